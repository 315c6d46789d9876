/**
 * The verdicts: which policy keeps which promise, as far as the corpus can tell, what each costs, and which hazard each falls for.
 * Everything is computed from runs of the corpus; nothing here knows a policy or a case by name, but for {@code keep}, the first,
 * with which the others are compared.
 *
 * <p>{@link lethe.harness.verdict.Property} defines the columns. A case takes a {@link lethe.harness.verdict.Stance} to each
 * under each policy ({@link lethe.harness.verdict.Judge}): it speaks for it, refutes it, has nothing to say, or stands apart,
 * because its program breaks the rules. One refutation makes a no. A yes says that so many cases tried and none refuted it; it
 * is no proof.
 *
 * <p><b>A program breaks the rules</b> if it looks at the representation of closures ({@code observes: size} or {@code code}) and
 * its expectation says that a policy which promises soundness fails on it: it writes into the hidden words of a closure, or keeps
 * a code address as data. No policy is refuted by it; those that fail on it are named apart.
 *
 * <p>{@link lethe.harness.verdict.Verdicts} is what {@code golden/verdicts.json} holds.
 */
package lethe.harness.verdict;
