package lethe.harness.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lethe.harness.subject.SubjectCheck;

/** What {@code check --on} says: what is wrong, one by one; counts by area; what was not asked, by reason. */
final class SubjectReport {
  private static final class Tally {
    private int passed;
    private int failed;
    private int notApplicable;

    void add(SubjectCheck.Answer answer) {
      passed += answer.passed() ? 1 : 0;
      failed += answer.complaint().isPresent() ? 1 : 0;
      notApplicable += answer.notApplicable().isPresent() ? 1 : 0;
    }
  }

  private static final String ROW = "%-17s %6s %6s %14s%n";

  private final String runtime;
  private final Map<String, Tally> areas = new TreeMap<>();
  private final Tally all = new Tally();
  private final List<String> complaints = new ArrayList<>();
  private final Map<String, List<String>> reasons = new TreeMap<>();

  SubjectReport(String runtime) {
    this.runtime = runtime;
  }

  void add(SubjectCheck.Answer answer) {
    String id = answer.asked().id();
    areas.computeIfAbsent(id.substring(0, id.indexOf('/')), area -> new Tally()).add(answer);
    all.add(answer);
    answer.complaint().ifPresent(complaints::add);
    answer.notApplicable().ifPresent(reason -> reasons.computeIfAbsent(reason, r -> new ArrayList<>()).add(id));
  }

  boolean agrees() {
    return all.failed == 0;
  }

  void print(PrintStream out) {
    complaints.forEach(complaint -> out.println(complaint + "\n"));
    out.printf(ROW, "on " + runtime, "passed", "failed", "not applicable");
    areas.forEach((area, tally) -> row(out, area, tally));
    row(out, "all", all);
    reasons.forEach((reason, ids) ->
        out.println("not applicable " + ids.size() + ": " + reason + ": " + String.join(" ", ids)));
  }

  private static void row(PrintStream out, String area, Tally tally) {
    out.printf(ROW, area, tally.passed, tally.failed, tally.notApplicable);
  }
}
