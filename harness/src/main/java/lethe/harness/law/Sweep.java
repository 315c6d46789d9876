package lethe.harness.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lethe.harness.corpus.Case;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.Finding;
import lethe.harness.subject.RunOptions;
import lethe.harness.subject.Subject;
import lethe.vm.trace.Level;

/**
 * Laws 1 and 4 of one case under one policy, under as many schedules as are asked for.
 *
 * @param schedules those to run, in the spelling of a header
 * @param seeds how many random ones besides, from seed 1
 * @param singles of how many single safepoints each has a run of its own; evenly spread if there are more
 */
public record Sweep(List<String> schedules, int seeds, int singles) {
  /**
   * What came of it.
   *
   * @param safepoints that the program passes under its own schedule
   * @param single safepoints that had a run of their own
   * @param runs in all
   */
  public record Tally(long safepoints, long single, long runs, List<Finding> findings) {
    static final Tally NONE = new Tally(0, 0, 0, List.of());

    public Tally {
      findings = List.copyOf(findings);
    }

    /** Both together. */
    public Tally plus(Tally other) {
      List<Finding> all = new ArrayList<>(findings);
      all.addAll(other.findings);
      return new Tally(safepoints + other.safepoints, single + other.single, runs + other.runs, all);
    }
  }

  /** Nothing yet. */
  public static Tally none() {
    return Tally.NONE;
  }

  /** Runs the case; it stops at the first finding, which is shrunk. */
  public Tally of(Subject subject, Case c, String policy, CaseCheck check) {
    ScheduleLaw law = new ScheduleLaw(subject, c, policy, check.effects(policy));
    List<String> points = safepoints(subject, c, policy);
    List<String> chosen = spread(points, singles);
    List<String> all = Stream.of(
        schedules.stream(), IntStream.rangeClosed(1, seeds).mapToObj(seed -> "random " + seed), chosen.stream())
        .flatMap(stream -> stream).toList();
    for (int i = 0; i < all.size(); i++) {
      Optional<Finding> finding = law.check(all.get(i));
      if (finding.isPresent()) {
        long single = Math.max(0, i + 1 - (all.size() - chosen.size()));
        return new Tally(points.size(), single, i + 1, List.of(finding.get()));
      }
    }
    return new Tally(points.size(), chosen.size(), all.size(), List.of());
  }

  /** The safepoints that the case passes under its own schedule: site and count. */
  static List<String> safepoints(Subject subject, Case c, String policy) {
    List<String> points = new ArrayList<>();
    subject.run(c, policy, new RunOptions(Level.EFFECTS, c.schedule(), event -> {},
        (site, count, collects) -> points.add(site + "." + count), true));
    return points;
  }

  /** So many of the points, evenly spread; all if there are no more. */
  static List<String> spread(List<String> points, int wanted) {
    return points.size() <= wanted
        ? points
        : IntStream.range(0, wanted).mapToObj(i -> points.get((int) ((long) i * points.size() / wanted))).toList();
  }
}
