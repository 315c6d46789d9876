package lethe.harness.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What has changed between the approved verdicts and those of a run: cell by cell, and which case did it. */
public final class VerdictsDiff {
  private static final int SHOWN_CASES = 5;

  private final Verdicts before;
  private final Verdicts after;
  private final List<String> lines = new ArrayList<>();

  private VerdictsDiff(Verdicts before, Verdicts after) {
    this.before = before;
    this.after = after;
  }

  /** One line a cell; none if nothing has changed. */
  public static List<String> of(Verdicts approved, Verdicts received) {
    VerdictsDiff diff = new VerdictsDiff(approved, received);
    diff.matrix();
    diff.costs();
    diff.hazards();
    diff.cases("that say nothing of soundness", approved.silent(), received.silent());
    diff.cases("whose program breaks the rules", approved.breaking(), received.breaking());
    if (approved.cases() != received.cases()) {
      diff.lines.add("cases: " + approved.cases() + " -> " + received.cases());
    }
    return List.copyOf(diff.lines);
  }

  private void matrix() {
    Map<String, Cell> left = cells(before);
    Map<String, Cell> right = cells(after);
    for (String name : union(left.keySet(), right.keySet())) {
      Cell old = left.get(name);
      Cell now = right.get(name);
      if (old == null || now == null) {
        lines.add(name + ": " + (old == null ? "new, " + now.verdict() : "gone, was " + old.verdict()));
      } else if (!old.equals(now)) {
        lines.add(name + ": " + told(old) + " -> " + told(now)
            + because("refuted by", old.against(), now.against()) + because("apart", old.apart(), now.apart()));
      }
    }
  }

  private static Map<String, Cell> cells(Verdicts verdicts) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    verdicts.matrix().forEach((policy, row) ->
        row.forEach((property, cell) -> cells.put("matrix: " + policy + ", " + property, cell)));
    return cells;
  }

  private static String told(Cell cell) {
    return cell.verdict() + " (" + cell.speak() + " for, " + cell.against().size() + " against"
        + (cell.note().isEmpty() ? "" : ", " + cell.note()) + ")";
  }

  private void costs() {
    for (String id : union(before.costs().keySet(), after.costs().keySet())) {
      Verdicts.Cost old = before.costs().get(id);
      Verdicts.Cost now = after.costs().get(id);
      if (old == null || now == null) {
        lines.add("costs: " + id + (old == null ? " is new" : " is gone"));
      } else {
        cost(id, old, now);
      }
    }
  }

  private void cost(String id, Verdicts.Cost old, Verdicts.Cost now) {
    for (String policy : union(old.figures().keySet(), now.figures().keySet())) {
      Map<String, Long> left = old.figures().getOrDefault(policy, Map.of());
      Map<String, Long> right = now.figures().getOrDefault(policy, Map.of());
      for (String measure : union(left.keySet(), right.keySet())) {
        long was = left.getOrDefault(measure, 0L);
        long is = right.getOrDefault(measure, 0L);
        if (was != is) {
          lines.add("costs: " + id + ", " + policy + ", " + measure + ": " + was + " -> " + is);
        }
      }
    }
    if (!old.what().equals(now.what())) {
      lines.add("costs: " + id + ": counts " + now.what());
    }
  }

  private void hazards() {
    for (String id : union(new TreeMap<>(before.hazards()).keySet(), after.hazards().keySet())) {
      HazardRow old = before.hazards().get(id);
      HazardRow now = after.hazards().get(id);
      if (old == null || now == null) {
        lines.add("hazards: " + id + (old == null ? " is new" : " is gone"));
      } else if (!old.equals(now)) {
        hazard(id, old, now);
      }
    }
  }

  private void hazard(String id, HazardRow old, HazardRow now) {
    int told = lines.size();
    for (String policy : union(old.policies().keySet(), now.policies().keySet())) {
      HazardCell left = old.policies().get(policy);
      HazardCell right = now.policies().get(policy);
      String was = left == null ? "none" : left.verdict();
      String is = right == null ? "none" : right.verdict();
      if (!was.equals(is)) {
        lines.add("hazards: " + id + ", " + policy + ": " + was + " -> " + is
            + because("shown by", left == null ? List.of() : left.cases(), right == null ? List.of() : right.cases()));
      }
    }
    cases("about " + id, old.cases(), now.cases());
    if (lines.size() == told) {
      lines.add("hazards: " + id + ": its text, its reason or the cases of a cell");
    }
  }

  private void cases(String which, List<String> old, List<String> now) {
    String change = because("", old, now);
    if (!change.isEmpty()) {
      lines.add("cases " + which + change);
    }
  }

  private static String because(String what, List<String> old, List<String> now) {
    String more = some(minus(now, old));
    String less = some(minus(old, now));
    String label = what.isEmpty() ? ": " : "; " + what + ": ";
    return (more.isEmpty() ? "" : label + "now " + more) + (less.isEmpty() ? "" : label + "no longer " + less);
  }

  private static String some(List<String> ids) {
    int hidden = ids.size() - SHOWN_CASES;
    return hidden > 0
        ? String.join(" ", ids.subList(0, SHOWN_CASES)) + " and " + hidden + " more"
        : String.join(" ", ids);
  }

  private static List<String> minus(List<String> from, List<String> what) {
    return from.stream().filter(id -> !what.contains(id)).toList();
  }

  private static Set<String> union(Set<String> left, Set<String> right) {
    Set<String> all = new LinkedHashSet<>(left);
    all.addAll(right);
    return all;
  }
}
