/**
 * A case as files that stock OCaml, or a patched one, builds and runs: {@link lethe.harness.export.CaseExport} writes
 * them, {@link lethe.harness.export.HostCalls} turns the primitives of the host interface into calls of the OCaml
 * module {@code Lethe}, whose source is a resource beside this package.
 *
 * <p>What Dynlink of OCaml 4.13.1 does with an exported case, and where it is not what our loader does:
 *
 * <ul>
 *   <li>A unit may be loaded any number of times, from inside another initialiser or its own too, and again after its
 *       initialiser has raised; each load is a new instance.
 *   <li>A loaded unit that names its own global is refused ("not yet initialized"), even behind its SETGLOBAL.
 *   <li>A loaded unit may name static units, and {@code Main} once main has set that; earlier it is refused.
 *   <li>A loaded unit that names another loaded unit is refused ("no implementation available"): private loading hides
 *       names. So is one that names a primitive which the runtime lacks: at loading, not at the call.
 *   <li>A refusal is no OCaml exception of the program: it prints {@code dynlink: REASON} and exits with 3.
 *   <li>Nothing is ever freed, {@code lethe_unload} does nothing.
 *   <li>Loading a unit runs the OCaml code of Dynlink: it allocates, and shows in every count of the collector. It gets
 *       by with the 4,096 words that OCaml's stack starts with; a lower limit has no effect. The minor heap is at least
 *       4,096 words too.
 *   <li>A {@code STOP} inside main ends the program before its result is printed.
 * </ul>
 *
 * <p>Knows the case format, the assembler and the .cmo format; no machine, no policy, no heap.
 */
package lethe.harness.export;
