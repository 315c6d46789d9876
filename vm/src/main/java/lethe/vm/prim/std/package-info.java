/**
 * OCaml 4.13.1's own primitives, one class per C file of its runtime and of the same stem, or more, named after what
 * they do, where a file is large; {@link lethe.vm.prim.std.StandardPrimitives} is the table of them all. builtins.tsv
 * lists the builtin ones with how each stands: one that is missing, or refused for a reason, faults by name when
 * called. Knows heap, host and the calling machine's {@link lethe.vm.prim.Runtime}; must not know the interpreter, code
 * blocks or policies.
 */
package lethe.vm.prim.std;
