package lethe.harness.cli;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.harness.change.Group;
import lethe.harness.change.GroupText;
import lethe.harness.corpus.Case;

/**
 * What {@code check} says: what is broken, one by one, or of much the first of each case; goldens that have changed, by group; counts
 * by area and by policy; then one line with the result.
 */
final class CheckReport {
  private static final int SHOWN_FAILURES = 25;

  /** The word of a finding, of a law with its number and name. */
  private static final Pattern KIND = Pattern.compile("LAW \\d+ \\([a-z ]+\\)|[A-Z]+");

  /** What one message tells, and whether it is the first about its case. */
  private record Told(String text, boolean isFirst) {
    String kind() {
      Matcher kind = KIND.matcher(text);
      return kind.lookingAt() ? kind.group() : "";
    }
  }

  private record Tally(int cases, int failed) {
    Tally plus(boolean failure) {
      return new Tally(cases + 1, failed + (failure ? 1 : 0));
    }
  }

  private final long startNanos = System.nanoTime();
  private final List<String> policies;
  private final Map<String, Tally> areas = new TreeMap<>();
  private final Map<String, Tally> byPolicy = new LinkedHashMap<>();
  private final List<Told> failures = new ArrayList<>();
  private final Map<String, String> broken = new TreeMap<>();
  private int divergences;
  private int cases;
  private int failedCases;

  CheckReport(List<String> policies) {
    this.policies = policies;
  }

  /** Counts a case. */
  void add(Case c, List<CaseVerification.Failure> found) {
    boolean failed = !found.isEmpty();
    cases++;
    failedCases += failed ? 1 : 0;
    String area = c.id().substring(0, c.id().indexOf('/'));
    areas.put(area, areas.getOrDefault(area, new Tally(0, 0)).plus(failed));
    for (String policy : policies) {
      boolean failedUnder = found.stream().anyMatch(f -> f.policy().equals(policy));
      byPolicy.put(policy, byPolicy.getOrDefault(policy, new Tally(0, 0)).plus(failedUnder));
    }
    found.stream().filter(CaseVerification.Failure::forbidsApproval).findFirst()
        .ifPresent(failure -> broken.put(c.id(), failure.heading()));
    divergences += found.size();
    Map<String, List<CaseVerification.Failure>> alike = new LinkedHashMap<>();
    found.stream().filter(failure -> !failure.isForReview())
        .forEach(failure -> alike.computeIfAbsent(withoutPolicy(failure), first -> new ArrayList<>()).add(failure));
    List<List<CaseVerification.Failure>> messages = List.copyOf(alike.values());
    messages.forEach(same -> failures.add(new Told(told(c, same), same == messages.get(0))));
  }

  private static String withoutPolicy(CaseVerification.Failure failure) {
    return failure.text().replaceAll("(?<=under |--policy )\\Q" + failure.policy() + "\\E(?=\\s|$)", "…");
  }

  /** Failures that differ by their policy alone, as one. */
  private static String told(Case c, List<CaseVerification.Failure> same) {
    CaseVerification.Failure first = same.get(0);
    String again = "\n  again: harness/lethe check " + CaseSelection.name(c);
    if (first.policy().isEmpty()) {
      return first.text() + again;
    }
    String policies = same.stream().map(CaseVerification.Failure::policy).collect(joining(" "));
    return first.text().replaceFirst("(?<=^[^\\n]{1,200} under )\\Q" + first.policy() + "\\E(?=\\n)", policies)
        + again + (same.size() > 1 ? "" : " --policy " + first.policy());
  }

  /** Failures that belong to no case. */
  void addAll(List<CaseVerification.Failure> found) {
    divergences += found.size();
    found.forEach(failure -> failures.add(new Told(failure.text() + "\n  again: harness/lethe check", true)));
  }

  boolean agrees() {
    return divergences == 0;
  }

  /** By case, what forbids that its goldens are approved. */
  Map<String, String> broken() {
    return broken;
  }

  /** @param groups of the goldens that changed */
  void print(PrintStream out, List<Group> groups) {
    printFailures(out);
    if (!groups.isEmpty()) {
      GroupText.lines(groups, broken.keySet()).forEach(out::println);
      out.println();
      out.println("look at them: harness/lethe review, or diff --group N; if they are right: harness/lethe approve --group N");
      out.println();
    }
    if (cases > 1) {
      table(out, "area", areas);
      out.println();
      table(out, "policy", byPolicy);
      out.println();
    }
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    String result = agrees()
        ? "agreement"
        : count(divergences, "divergence", "divergences") + " in " + count(failedCases, "case", "cases");
    out.printf(
        Locale.ROOT, "%s: %s under %s, %.1f s%n", result, count(cases, "case", "cases"),
        count(policies.size(), "policy", "policies"), seconds);
  }

  /** Of many, the first of each case, and how many others there are of each kind. */
  private void printFailures(PrintStream out) {
    List<Told> shown = failures.size() <= SHOWN_FAILURES
        ? failures
        : failures.stream().filter(Told::isFirst).limit(SHOWN_FAILURES).toList();
    shown.forEach(told -> out.println(told.text() + "\n"));
    if (shown.size() < failures.size()) {
      List<Told> others = new ArrayList<>(failures);
      others.removeAll(shown);
      Map<String, Long> kinds = others.stream().collect(groupingBy(Told::kind, TreeMap::new, counting()));
      String counts = kinds.entrySet().stream().map(kind -> kind.getValue() + " " + kind.getKey()).collect(joining(", "));
      out.println("… and " + others.size() + " more: " + counts + "; check one case, or one policy (--policy), to see them\n");
    }
  }

  private static String count(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  private static void table(PrintStream out, String title, Map<String, Tally> rows) {
    out.printf("%-16s %6s %8s%n", title, "cases", "diverge");
    rows.forEach((name, tally) ->
        out.printf("%-16s %6d %8s%n", name, tally.cases(), tally.failed() == 0 ? "-" : "" + tally.failed()));
  }
}
