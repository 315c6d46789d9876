package lethe.harness.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Observation;
import lethe.harness.corpus.Policies;
import lethe.harness.corpus.ScheduleSpec;
import lethe.harness.golden.Finding;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.RunOptions;
import lethe.harness.subject.Safepoints;
import lethe.harness.subject.Subject;
import lethe.vm.trace.Event;
import lethe.vm.trace.Level;

/**
 * Law 1, and law 4 in the same runs: one case under one policy, under one schedule after the other. Each run is compared with the
 * recording under the case's own schedule while it goes on, in a heap as small as it can be. Sound policies only: an unsound one
 * may fail earlier when collected earlier, that is its nature.
 */
public final class ScheduleLaw {
  /** In every check: a collection at each safepoint, and at some. */
  public static final List<String> SCHEDULES = List.of("all", "random 1");

  private static final String FAULT = "fault";

  private final Subject subject;
  private final Case c;
  private final String policy;
  private final List<String> expected;
  private final String result;
  private final boolean compares;

  /** @param effects the trace under the case's own schedule, at level effects */
  public ScheduleLaw(Subject subject, Case c, String policy, List<Event> effects) {
    this.subject = subject;
    this.c = c;
    this.policy = policy;
    this.expected = Projection.PROGRAM_WITHOUT_COLLECTOR.of(effects);
    this.result = effects.isEmpty() ? "" : String.valueOf(effects.get(effects.size() - 1).subject());
    this.compares = appliesTo(c, policy);
  }

  /**
   * Whether law 1 speaks of this case: not if its result may depend on liveness or on the collector's counters, or if it writes
   * into the words by which the policy knows what is alive.
   */
  public static boolean appliesTo(Case c, String policy) {
    return Policies.SOUND.contains(policy)
        && c.observes().stream().noneMatch(Observation::isOfCollector) && !c.expectation(policy).unsound();
  }

  /** What breaks a law first under the schedules of every check. */
  public Optional<Finding> check() {
    return SCHEDULES.stream().map(this::check).flatMap(Optional::stream).findFirst();
  }

  /** What breaks a law under this schedule, told with the fewest of its points that do. */
  public Optional<Finding> check(String schedule) {
    return broken(schedule, Safepoints.UNHEARD).map(broken -> shrunk(schedule, broken));
  }

  /** Does law 1 fail under this schedule? */
  boolean breaksScheduleLaw(String schedule) {
    return broken(schedule, Safepoints.UNHEARD).filter(broken -> broken.law() == Law.SCHEDULE).isPresent();
  }

  private record Broken(Law law, List<String> lines) {}

  private Optional<Broken> broken(String schedule, Safepoints safepoints) {
    Comparison comparison =
        new Comparison(Projection.PROGRAM_WITHOUT_COLLECTOR.name(), Projection.PROGRAM_WITHOUT_COLLECTOR::of, expected);
    CaseRun run = subject.run(c, policy, new RunOptions(Level.EFFECTS, schedule, comparison, safepoints, true));
    Optional<List<String>> difference =
        comparison.difference("schedule " + c.schedule(), "schedule " + schedule).filter(lines -> compares);
    if (difference.isPresent()) {
      return difference.map(lines -> new Broken(Law.SCHEDULE, lines));
    }
    String end = run.outcome().result();
    if (end.startsWith(FAULT) && !result.startsWith(FAULT)) {
      return Optional.of(new Broken(Law.SCHEDULE, List.of("ends in " + end)));
    }
    List<String> wrong = LivenessLaw.broken(c, policy, run);
    return wrong.isEmpty() ? Optional.empty() : Optional.of(new Broken(Law.LIVENESS, wrong));
  }

  private Finding shrunk(String schedule, Broken first) {
    List<String> points = new ArrayList<>();
    broken(schedule, (site, count, collects) -> {
      if (collects) {
        points.add(site + "." + count);
      }
    });
    List<String> fewest = FewestPoints.of(points, some -> broken(ScheduleSpec.at(some), Safepoints.UNHEARD)
        .filter(broken -> broken.law() == first.law()).isPresent());
    String last = ScheduleSpec.at(fewest);
    Optional<Broken> again = broken(last, Safepoints.UNHEARD);
    List<String> lines = new ArrayList<>(again.orElse(first).lines());
    if (again.isPresent()) {
      lines.add("points of schedule " + schedule + ": " + points.size() + "; enough to break the law: " + last);
    }
    lines.add("repeat: harness/lethe laws " + c.id() + " --policy " + policy + " --schedule '"
        + ScheduleSpec.option(again.isPresent() ? last : schedule) + "'");
    return first.law().broken(c, policy, lines);
  }
}
