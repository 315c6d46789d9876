package lethe.harness.law;

import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.Finding;

/** Law 3: code that is not loaded dynamically is not affected at all. */
public final class StaticLaw {
  private StaticLaw() {}

  /** Whether the program loads nothing: no policy tells of an instance. */
  public static boolean appliesTo(CaseCheck check) {
    return Policies.ALL.stream().allMatch(policy -> check.recording(policy).run().outcome().fates().isEmpty());
  }

  /** Compares every policy with the first. */
  public static Optional<Finding> check(Case c, CaseCheck check) {
    return appliesTo(check)
        ? PolicyLaw.compareAll(Law.STATIC, Projection.BEHIND_FIRST_LINE, c, check, Policies.ALL)
        : Optional.empty();
  }
}
