package lethe.harness.law;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Observation;
import lethe.harness.corpus.Policies;
import lethe.harness.corpus.ScheduleSpec;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.Finding;
import lethe.harness.subject.Subject;

/**
 * Law 6: a key under {@code observes:} takes a case out of laws, so it must be needed: without it, one of these laws fails. All keys take it
 * out of law 2; those of the collector ({@code liveness}, {@code gc}) out of law 1, too.
 */
public final class ObservesLaw {
  private ObservesLaw() {}

  /** What is wrong if the case says that it observes something and no law would notice. */
  public static Optional<Finding> check(Subject subject, Case c, CaseCheck check) {
    if (c.observes().isEmpty()) {
      return Optional.empty();
    }
    Case open = c.observingNothing();
    boolean noticed = breaksPolicyLaw(subject, open, check);
    List<String> needless = c.observes().stream()
        .filter(key -> !noticed && !(key.isOfCollector() && breaksScheduleLaw(subject, open, check)))
        .map(Observation::toString).sorted().toList();
    return needless.isEmpty()
        ? Optional.empty()
        : Optional.of(Law.OBSERVES.broken(c, List.of(
            "no law fails without the key: " + String.join(" ", needless),
            "take it out of the header, or let the result depend on it",
            "repeat: harness/lethe laws " + c.id())));
  }

  private static boolean breaksPolicyLaw(Subject subject, Case open, CaseCheck check) {
    return PolicyLaw.check(open, check).or(() -> StepLaw.policy(subject, open)).isPresent();
  }

  private static boolean breaksScheduleLaw(Subject subject, Case open, CaseCheck check) {
    return Policies.SOUND.stream().anyMatch(policy -> {
      ScheduleLaw law = new ScheduleLaw(subject, open, policy, check.effects(policy));
      return Stream.of("none", "all", "random 1", "random 2").anyMatch(law::breaksScheduleLaw)
          || Sweep.safepoints(subject, open, policy).stream().map(List::of).map(ScheduleSpec::at)
              .anyMatch(law::breaksScheduleLaw);
    });
  }
}
