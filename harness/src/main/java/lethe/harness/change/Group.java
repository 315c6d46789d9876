package lethe.harness.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Goldens that have changed alike.
 *
 * @param number from 1, in the order in which they are to be looked at
 * @param members sorted by path; the first is the example
 */
public record Group(int number, Danger danger, List<GoldenChange> members) {
  public Group {
    members = List.copyOf(members);
  }

  /** The most dangerous group first; of equal danger, the largest. */
  public static List<Group> of(Collection<GoldenChange> changes) {
    Map<String, List<GoldenChange>> byPattern = new LinkedHashMap<>();
    changes.stream().sorted(Comparator.comparing(GoldenChange::path)).forEach(change -> byPattern
        .computeIfAbsent(change.danger() + " " + change.pattern(), pattern -> new ArrayList<>()).add(change));
    List<List<GoldenChange>> sorted = new ArrayList<>(byPattern.values());
    sorted.sort(Comparator
        .comparing((List<GoldenChange> members) -> members.get(0).danger(), Comparator.reverseOrder())
        .thenComparing(members -> -members.size())
        .thenComparing(members -> members.get(0).path()));
    List<Group> groups = new ArrayList<>();
    for (List<GoldenChange> members : sorted) {
      groups.add(new Group(groups.size() + 1, members.get(0).danger(), members));
    }
    return groups;
  }

  public GoldenChange example() {
    return members.get(0);
  }

  /** Cases that the members belong to. */
  public int caseCount() {
    return (int) members.stream().map(GoldenChange::caseId).distinct().count();
  }

  /** {@code 80 goldens of 41 cases}. */
  public String size() {
    int cases = caseCount();
    return members.size() == 1 ? "1 golden"
        : members.size() + " goldens of " + cases + (cases == 1 ? " case" : " cases");
  }

  /** What the members have in common, in words: exact where it is the same in all, with ranges where it is not. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    for (String pattern : example().primary().map(Change::pattern).distinct().toList()) {
      List<Change> alike = members.stream().flatMap(member -> member.changes().stream())
          .filter(change -> change.pattern().equals(pattern)).toList();
      words.add(common(alike));
    }
    return words;
  }

  private static String common(List<Change> alike) {
    Change first = alike.get(0);
    if (alike.stream().map(Change::toString).distinct().count() == 1) {
      return first.toString();
    }
    if (first.sign() == Change.Sign.OTHER) {
      return first.what();
    }
    IntSummaryStatistics counts = alike.stream().mapToInt(Change::count).summaryStatistics();
    String range = counts.getMin() == counts.getMax() ? "" + counts.getMin() : counts.getMin() + " to " + counts.getMax();
    return first.pattern().charAt(0) + range + " " + first.what();
  }

  /** What follows from it in some of them: totals, renamed objects. */
  public Set<String> consequences() {
    Set<String> follow = new TreeSet<>();
    members.forEach(member -> member.changes().stream()
        .filter(change -> !member.pattern().contains(change.pattern())).map(Change::what).forEach(follow::add));
    return follow;
  }
}
