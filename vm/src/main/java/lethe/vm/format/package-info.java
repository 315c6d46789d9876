/**
 * OCaml's files as data, byte for byte: {@link lethe.vm.format.CompilationUnit} (one unit of a .cmo or .cma, see {@link
 * lethe.vm.format.ObjectFile}), {@link lethe.vm.format.Executable}, and the marshal format over trees of {@link
 * lethe.vm.format.Datum}. Sources of the layouts: cmo_format.mli, exec.h, intext.h of OCaml 4.13.1.
 *
 * <p>Input is untrusted: whatever is wrong with it is an {@code InputError} with file and byte offset, no length found
 * in a file is allocated before that many bytes are known to be there, and nothing recurses. Knows no heap, no linking
 * and no assembler.
 */
package lethe.vm.format;
