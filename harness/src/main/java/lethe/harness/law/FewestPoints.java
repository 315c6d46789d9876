package lethe.harness.law;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Delta debugging (Zeller and Hildebrandt, 2002) of a schedule that fails. */
final class FewestPoints {
  /** Enough for a thousand points of which a few matter; a shorter message is not worth more runs. */
  private static final int MOST_RUNS = 2000;

  private final Predicate<List<String>> fails;
  private int runs;

  private FewestPoints(Predicate<List<String>> fails) {
    this.fails = fails;
  }

  /**
   * Some of the points that still fail, none of which can be left out.
   *
   * @param points that fail together
   * @param fails whether some of them, in their order, do
   */
  static List<String> of(List<String> points, Predicate<List<String>> fails) {
    FewestPoints search = new FewestPoints(fails);
    return search.fails(List.of()) ? List.of() : search.shrink(points);
  }

  private boolean fails(List<String> points) {
    runs++;
    return fails.test(points);
  }

  private List<String> shrink(List<String> points) {
    List<String> left = points;
    int parts = 2;
    while (left.size() > 1 && runs < MOST_RUNS) {
      List<String> smaller = smaller(left, parts);
      if (smaller.size() < left.size()) {
        parts = smaller.size() <= (left.size() + parts - 1) / parts ? 2 : Math.max(parts - 1, 2);
        left = smaller;
      } else if (parts < left.size()) {
        parts = Math.min(parts * 2, left.size());
      } else {
        return left;
      }
    }
    return left;
  }

  /** One part of the points, or all but one part, that fails; all of them if there is none. */
  private List<String> smaller(List<String> points, int parts) {
    int size = (points.size() + parts - 1) / parts;
    for (int from = 0; from < points.size(); from += size) {
      List<String> part = points.subList(from, Math.min(from + size, points.size()));
      if (fails(part)) {
        return List.copyOf(part);
      }
    }
    for (int from = 0; from < points.size() && parts > 2; from += size) {
      List<String> others = new ArrayList<>(points);
      others.subList(from, Math.min(from + size, points.size())).clear();
      if (fails(others)) {
        return others;
      }
    }
    return points;
  }
}
