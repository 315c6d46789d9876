/**
 * Cases that start as OCaml source. Units of a case carry their source in lines {@code ;|} ({@link
 * lethe.harness.corpus.OcamlSource}); {@link lethe.harness.ocaml.Ocamlc} compiles them, {@link lethe.harness.ocaml.Import} puts
 * the assembler of what it made below. Only this needs a compiler: a case runs without, and a test that finds one compiles all
 * sources again and compares.
 *
 * <p>Sources are compiled without Stdlib, whose code is not this project's to copy and would be most of a case. What they open
 * instead is the interface {@code lethe.mli}, a resource beside this package: only {@code external}s, so no code belongs to it.
 * A source that needs a module of the runtime (a lazy value is forced by {@code CamlinternalLazy}) brings a unit of that name.
 *
 * <p>Knows cases, the assembler and the .cmo format; no machine.
 */
package lethe.harness.ocaml;
