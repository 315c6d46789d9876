package lethe.harness.mutant;

import lethe.harness.corpus.Case;

/**
 * A case that notices a mutant.
 *
 * @param schedule of the run that noticed: the case's own, or {@code all}
 * @param detail one line
 */
public record Kill(Case by, String policy, String schedule, How how, String detail) {}
