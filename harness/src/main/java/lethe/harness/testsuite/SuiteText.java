package lethe.harness.testsuite;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report to be read. */
public final class SuiteText {
  /** So many tests that are left out for one reason are named. */
  private static final int FEW = 30;

  private SuiteText() {}

  /**
   * Each difference in a line, with the command that repeats it.
   *
   * @param command that a program's name follows
   */
  public static String differences(Verdict verdict, List<Way> ways, String command) {
    StringBuilder text = new StringBuilder();
    for (Way way : ways) {
      verdict.differences().get(way.name()).ifPresent(difference -> text
          .append(verdict.program()).append(" differs, ").append(way.name()).append(": ").append(difference)
          .append("\n  repeat: ").append(command).append(' ').append(verdict.program().replaceFirst("#\\d+$", ""))
          .append(way.option().isEmpty() ? "" : " " + way.option()).append('\n'));
    }
    return text.toString();
  }

  /** How many programs pass: a line for each area, a column for each way; then what was left out, by reason. */
  public static String table(SuiteReport report, List<Way> ways) {
    StringBuilder text = new StringBuilder();
    line(text, "area", "programs", ways.stream().map(Way::name).toList());
    report.verdicts().stream().collect(Collectors.groupingBy(Verdict::area, TreeMap::new, Collectors.toList()))
        .forEach((area, verdicts) -> counts(text, area, verdicts, ways));
    counts(text, "all", report.verdicts(), ways);
    text.append("left out, by reason:\n");
    report.leftOut().entrySet().stream()
        .collect(Collectors.groupingBy(Map.Entry::getValue, TreeMap::new,
            Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
        .forEach((reason, tests) -> text.append(String.format("%6d  %s%s%n", tests.size(), reason, names(tests))));
    return text.toString();
  }

  private static String names(List<String> tests) {
    return tests.size() > FEW ? "" : ": " + String.join(" ", tests);
  }

  private static void counts(StringBuilder text, String area, List<Verdict> verdicts, List<Way> ways) {
    line(text, area, Integer.toString(verdicts.size()),
        ways.stream().map(way -> Long.toString(verdicts.stream().filter(v -> v.passes(way)).count())).toList());
  }

  private static void line(StringBuilder text, String area, String programs, List<String> columns) {
    text.append(String.format("%-28s %9s", area, programs));
    columns.forEach(column -> text.append(String.format(" %10s", column)));
    text.append('\n');
  }
}
