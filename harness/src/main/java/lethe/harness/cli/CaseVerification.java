package lethe.harness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lethe.harness.approval.LedgerCheck;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.CaseSource;
import lethe.harness.golden.Finding;
import lethe.harness.golden.Findings;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.law.LivenessLaw;
import lethe.harness.law.ObservesLaw;
import lethe.harness.law.PolicyLaw;
import lethe.harness.law.ScheduleLaw;
import lethe.harness.law.StaticLaw;
import lethe.harness.law.StepLaw;
import lethe.harness.subject.Subject;

/** Everything that is checked of a case: expectation, goldens, determinism, laws 1 to 4. */
final class CaseVerification {
  /**
   * Something wrong.
   *
   * @param policy under which; empty if it is about all
   * @param text what the finding says, several lines
   * @param isForReview whether a person decides on it, together with other goldens that changed alike
   * @param forbidsApproval whether the case is broken
   */
  record Failure(String policy, String text, boolean isForReview, boolean forbidsApproval) {
    /** The first line of the text. */
    String heading() {
      return text.lines().findFirst().orElseThrow();
    }

    static Failure of(String policy, Finding finding) {
      return new Failure(policy, finding.toString(), finding.isForReview(), finding.forbidsApproval());
    }
  }

  private final Subject subject;
  private final GoldenFiles goldens;
  private final List<String> policies;

  CaseVerification(Subject subject, GoldenFiles goldens, List<String> policies) {
    this.subject = subject;
    this.goldens = goldens;
    this.policies = policies;
  }

  /** What is wrong with the case: goldens of all policies, each policy, laws over several. */
  List<Failure> failures(Case c) {
    List<Failure> failures = new ArrayList<>();
    try {
      addAll(failures, c);
    } catch (RuntimeException e) {
      // One case that breaks the machine must not hide what is wrong with the others.
      failures.add(Failure.of("", new Finding(Finding.Kind.CRASH, c.id(), List.of(
          e.toString(), "where: harness/lethe run " + CaseSelection.name(c) + " --verbose"))));
    }
    return failures;
  }

  private void addAll(List<Failure> failures, Case c) {
    CaseCheck check = CaseCheck.run(subject, c);
    if (isInCorpus(c)) {
      add(failures, "", received(check.compareOutcomes(goldens), GoldenFiles.Name.outcomes(c.id()), check.outcomes()));
      LedgerCheck.check(goldens, c.id()).forEach(finding -> failures.add(Failure.of("", finding)));
    }
    for (String policy : policies) {
      addUnder(policy, failures, c, check);
    }
    // Behind the expectations, which say in the case's own words what went wrong.
    add(failures, "", PolicyLaw.check(c, check));
    add(failures, "", StaticLaw.check(c, check));
    add(failures, "", ObservesLaw.check(subject, c, check));
    add(failures, "", StaticLaw.appliesTo(check) ? StepLaw.isStatic(subject, c) : StepLaw.policy(subject, c));
  }

  private void addUnder(String policy, List<Failure> failures, Case c, CaseCheck check) {
    add(failures, policy, Findings.expectation(c, check.recording(policy)));
    add(failures, policy, LivenessLaw.check(c, check.recording(policy)));
    add(failures, policy, check.readBack(policy));
    add(failures, policy, check.repeat(subject, policy));
    if (isInCorpus(c) && c.tracePolicies().contains(policy)) {
      add(failures, policy, received(
          check.compareTrace(goldens, policy, new CaseSource(c)),
          GoldenFiles.Name.trace(c.id(), policy), check.trace(policy)));
    }
    if (Policies.SOUND.contains(policy)) {
      add(failures, policy, new ScheduleLaw(subject, c, policy, check.effects(policy)).check());
    }
  }

  private Optional<Finding> received(Optional<Finding> finding, GoldenFiles.Name name, String text) {
    finding.ifPresent(differs -> goldens.writeReceived(name, text));
    return finding;
  }

  /** A law that fails in two ways is told once: law 4 of a run that no collection of a schedule was needed to break. */
  private static void add(List<Failure> failures, String policy, Optional<Finding> finding) {
    finding.map(wrong -> Failure.of(policy, wrong))
        .filter(fresh -> failures.stream().noneMatch(known -> known.heading().equals(fresh.heading()))).ifPresent(failures::add);
  }

  private static boolean isInCorpus(Case c) {
    return !CaseSelection.isOutside(c);
  }

  /** Approved files that none of the corpus's cases produces, and ledgers of no golden. */
  List<Failure> orphans(List<Case> corpus) {
    List<GoldenFiles.Name> names = corpus.stream().flatMap(c -> CaseCheck.names(c).stream()).toList();
    return Stream.concat(goldens.orphans(names).stream().map(Findings::orphan), LedgerCheck.orphans(goldens).stream())
        .map(finding -> Failure.of("", finding)).toList();
  }
}
