package lethe.harness.cli;

import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lethe.harness.corpus.Case;
import lethe.harness.golden.Finding;
import lethe.harness.law.Sweep;

/** What the laws said of all cases: the findings, then how much was tried. */
final class LawsReport {
  private final List<String> policies;
  private final List<Case> cases;
  private final List<LawsCommand.Laws> results;

  /** @param results one a case */
  LawsReport(List<String> policies, List<Case> cases, List<LawsCommand.Laws> results) {
    this.policies = policies;
    this.cases = cases;
    this.results = results;
  }

  /** Prints; whether no law is broken. */
  boolean print(PrintStream out) {
    Map<String, Finding> byHeading = new LinkedHashMap<>(); // a law that the recording breaks and a schedule, too, is told once
    Sweep.Tally all = Sweep.none();
    for (LawsCommand.Laws laws : results) {
      Stream.concat(laws.findings().stream(), laws.tallies().values().stream().flatMap(tally -> tally.findings().stream()))
          .forEach(finding -> byHeading.putIfAbsent(finding.heading(), finding));
    }
    Collection<Finding> findings = byHeading.values();
    findings.forEach(finding -> out.println(finding + "\n"));
    out.printf("%-11s %11s %11s %9s %8s%n", "policy", "safepoints", "single", "runs", "broken");
    for (String policy : policies) {
      Sweep.Tally sum = Sweep.none();
      for (LawsCommand.Laws laws : results) {
        sum = sum.plus(laws.tallies().get(policy));
      }
      row(out, policy, sum);
      all = all.plus(sum);
    }
    row(out, "all", all);
    long keys = cases.stream().mapToLong(c -> c.observes().size()).sum();
    long observing = cases.stream().filter(c -> !c.observes().isEmpty()).count();
    out.printf("%n%d cases; %d keys under observes: in %d of them%n", cases.size(), keys, observing);
    out.println(findings.isEmpty() ? "every law holds" : findings.size() + (findings.size() == 1 ? " law" : " laws") + " broken");
    return findings.isEmpty();
  }

  private static void row(PrintStream out, String policy, Sweep.Tally tally) {
    out.printf("%-11s %11d %11d %9d %8d%n",
        policy, tally.safepoints(), tally.single(), tally.runs(), tally.findings().size());
  }
}
