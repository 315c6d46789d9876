package lethe.harness.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Groups as text: what changed, how often, one example each. */
public final class GroupText {
  /** A program may print a wide terminal's worth of one line of a trace; more tells nothing. */
  private static final int EXAMPLE_WIDTH = 160;

  private GroupText() {}

  /** {@code 4 goldens of 3 cases are not as approved: 2 changes}. */
  public static String heading(List<Group> groups) {
    int goldens = groups.stream().mapToInt(group -> group.members().size()).sum();
    long cases = groups.stream().flatMap(group -> group.members().stream()).map(GoldenChange::caseId).distinct().count();
    return Words.count(goldens, "golden") + " of " + Words.count((int) cases, "case")
        + (goldens == 1 ? " is" : " are") + " not as approved: " + Words.count(groups.size(), "change");
  }

  /** The heading, then each group in a few lines with a blank line before it. */
  public static List<String> lines(List<Group> groups) {
    return lines(groups, Set.of());
  }

  /**
   * The same, but of the groups whose goldens are all of broken cases, only how many there are: what breaks the cases is told already,
   * and none of these goldens can be approved.
   */
  public static List<String> lines(List<Group> groups, Set<String> brokenCases) {
    List<String> lines = new ArrayList<>(List.of(heading(groups)));
    int untold = 0;
    for (Group group : groups) {
      if (group.members().stream().allMatch(member -> brokenCases.contains(member.caseId()))) {
        untold++;
      } else {
        lines.add("");
        lines.addAll(lines(group));
      }
    }
    if (untold > 0) {
      lines.add("");
      lines.add(Words.count(untold, "change") + " in goldens of broken cases alone: repaired first; harness/lethe diff tells them");
    }
    return lines;
  }

  /** One group: its words, what follows from them, the first difference of its example, the command that shows more. */
  public static List<String> lines(Group group) {
    List<String> lines = new ArrayList<>();
    lines.add(group.number() + "  " + group.danger() + ": " + group.size());
    group.words().forEach(words -> lines.add("   " + Words.cut(words)));
    if (!group.consequences().isEmpty()) {
      lines.add("   so also: " + Words.cut(String.join(", ", group.consequences())));
    }
    List<String> first = group.example().firstDifference(site -> Optional.empty());
    lines.add("   " + (group.members().size() > 1 ? "as in " : "in ") + group.example().title()
        + (first.isEmpty() ? "" : ", " + first.get(0)));
    first.stream().skip(1).filter(line -> line.length() > 2).forEach(line -> lines.add("   " + Words.fit(line, EXAMPLE_WIDTH)));
    lines.add("   harness/lethe diff --group " + group.number());
    return lines;
  }

  /** Rows as a unified diff: {@code -} approved, {@code +} received, {@code ~} the received line where only names differ. */
  public static List<String> unified(List<DiffLine> rows) {
    List<String> lines = new ArrayList<>();
    for (DiffLine row : rows) {
      String note = row.note().isEmpty() ? "" : "   (" + row.note() + ")";
      switch (row.kind()) {
        case FOLDED -> lines.add(row.left());
        case SAME -> lines.add("  " + row.right());
        case RENAMED -> lines.add("~ " + row.right());
        case REMOVED -> lines.add("- " + row.left() + note);
        case ADDED -> lines.add("+ " + row.right() + note);
        case CHANGED -> {
          lines.add("- " + row.left() + note);
          lines.add("+ " + row.right());
        }
      }
    }
    return lines;
  }
}
