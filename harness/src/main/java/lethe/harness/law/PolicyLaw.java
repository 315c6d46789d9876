package lethe.harness.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.Finding;
import lethe.vm.trace.Event;

/** Law 2, of cases that observe nothing: {@code observes:} says what else a result depends on. */
public final class PolicyLaw {
  private PolicyLaw() {}

  /** Compares each sound policy with the first, {@code keep}. */
  public static Optional<Finding> check(Case c, CaseCheck check) {
    if (!c.observes().isEmpty()) {
      return Optional.empty();
    }
    return compareAll(Law.POLICY, Projection.VISIBLE, c, check, Policies.SOUND);
  }

  static Optional<Finding> compareAll(
      Law law, Projection projection, Case c, CaseCheck check, List<String> policies) {
    String first = policies.get(0);
    List<Event> expected = check.effects(first);
    for (String policy : policies.subList(1, policies.size())) {
      Optional<List<String>> difference =
          projection.difference(first, expected, policy, check.effects(policy));
      if (difference.isPresent()) {
        List<String> lines = new ArrayList<>(difference.get());
        lines.add("repeat: harness/lethe run " + c.id() + " --policy " + policy);
        return Optional.of(law.broken(c, first + " and " + policy, lines));
      }
    }
    return Optional.empty();
  }
}
