/**
 * The assembler of the corpus (its syntax: corpus/README.md): {@link lethe.vm.asm.Assembler} makes compilation units of
 * text, {@link lethe.vm.asm.Printer} makes text of a unit, from which the assembler makes the same unit again. For
 * that, two literals exist that only imported units use: a character {@code 'a'}, and {@code @"text"}, a string that
 * the compiler made. {@link lethe.vm.asm.Annotations} give it names for labels, and comments. Knows the header of a case only as comments, and nothing of loading or running.
 */
package lethe.vm.asm;
