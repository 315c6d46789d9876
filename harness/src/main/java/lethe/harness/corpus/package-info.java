/**
 * The corpus: {@link lethe.harness.corpus.Corpus} finds the case files, {@link lethe.harness.corpus.CaseReader} reads
 * one as {@code corpus/README.md} says and accepts nothing else, {@link lethe.harness.corpus.Case} is what it says.
 * {@link lethe.harness.corpus.OpcodeCoverage} reads in traces what the cases leave out.
 * Knows the assembler; no machine, no golden.
 */
package lethe.harness.corpus;
