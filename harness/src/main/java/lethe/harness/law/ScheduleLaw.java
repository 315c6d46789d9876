package lethe.harness.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Observation;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.Finding;
import lethe.harness.subject.Recording;
import lethe.harness.subject.Subject;
import lethe.vm.trace.Level;

/** Law 1. Sound policies only: an unsound one may fail earlier when collected earlier, that is its nature. */
public final class ScheduleLaw {
  /** No collection, one at every safepoint, and two in between. */
  static final List<String> SCHEDULES = List.of("none", "all", "random 1", "random 2");

  private ScheduleLaw() {}

  /** Whether the law speaks of this case: not if its result may depend on liveness or on the collector's counters. */
  public static boolean appliesTo(Case c, String policy) {
    return Policies.SOUND.contains(policy)
        && !c.observes(Observation.LIVENESS) && !c.observes(Observation.GC);
  }

  /** Runs the case under each schedule and compares with the first. */
  public static Optional<Finding> check(Subject subject, Case c, String policy) {
    Recording first = Recording.of(subject, c, policy, Level.EFFECTS, SCHEDULES.get(0));
    for (String schedule : SCHEDULES.subList(1, SCHEDULES.size())) {
      Recording other = Recording.of(subject, c, policy, Level.EFFECTS, schedule);
      Optional<List<String>> difference = Projection.PROGRAM_WITHOUT_COLLECTOR.difference(
          "schedule " + SCHEDULES.get(0), first.events(), "schedule " + schedule, other.events());
      if (difference.isPresent()) {
        List<String> lines = new ArrayList<>(difference.get());
        lines.add("repeat: harness/lethe run " + c.id() + " --policy " + policy + " --schedule '" + schedule + "'");
        return Optional.of(Law.SCHEDULE.broken(c, policy, lines));
      }
    }
    return Optional.empty();
  }
}
