/**
 * A VM under test behind one small interface, {@link lethe.harness.subject.Subject}; {@link
 * lethe.harness.subject.Recording} is what it did with a case, with its trace. Ours is one subject, stock
 * OCaml another. Knows cases and events; no golden, no law.
 */
package lethe.harness.subject;
