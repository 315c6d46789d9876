/**
 * OCaml 4.13.1's own primitives, one class per C file of its runtime and of the same stem; {@link
 * lethe.vm.prim.std.StandardPrimitives} is the table of them all. A primitive that cannot be offered honestly is
 * absent, and faults by name when called. Knows heap, host and the calling machine's {@link lethe.vm.prim.Runtime};
 * must not know the interpreter, code blocks or policies.
 */
package lethe.vm.prim.std;
