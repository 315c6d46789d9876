/**
 * What stock OCaml does with a case: {@link lethe.harness.reference.StockOCaml} is the installed one, {@link
 * lethe.harness.reference.ReferenceRun} exports a case, builds and runs it there, {@link
 * lethe.harness.reference.ReferenceResult} is what came out, in the notation of our own outcomes. Law 5:
 * the result under policy {@code keep} is this one. {@link lethe.harness.reference.StockSubject} is the same behind the interface of
 * any VM under test.
 *
 * <p>The program is linked by ocamlc for each case, as a user of the export would do: that costs 80 ms, and one host
 * that loads main through Dynlink too would be another program. Knows the export; no machine, no policy, no trace.
 */
package lethe.harness.reference;
