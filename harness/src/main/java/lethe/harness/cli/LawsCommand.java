package lethe.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.corpus.ScheduleSpec;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.Finding;
import lethe.harness.law.LivenessLaw;
import lethe.harness.law.ObservesLaw;
import lethe.harness.law.PolicyLaw;
import lethe.harness.law.StaticLaw;
import lethe.harness.law.StepLaw;
import lethe.harness.law.Sweep;
import lethe.harness.subject.Subject;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe laws}. */
@Command(
    name = "laws",
    mixinStandardHelpOptions = true,
    description = "Checks the laws of cases under more schedules than 'check' does.",
    footer = {
      "",
      "Without options: no collection, one at every safepoint, 8 random schedules, and one run for each of up to",
      "100 single safepoints, under each sound policy. A schedule that breaks a law is shrunk to its fewest points.",
      "The summary tells how many of the safepoints had a run of their own.",
      "",
      "Examples: harness/lethe laws closures --policy handle,scan --seeds 50",
      "          harness/lethe laws load/first --policy stub --schedule points:main+3.1,plugin+14.2"
    })
final class LawsCommand implements Callable<Integer> {
  private static final int SEEDS = 8;
  private static final int SINGLES = 100;

  @Mixin private final PolicyChoice policies = new PolicyChoice();

  @Option(
      names = "--schedule",
      paramLabel = "S",
      description = "Only this schedule, spelt as for 'run'; repeat it for several.")
  private List<String> schedules = new ArrayList<>();

  @Option(names = "--seeds", paramLabel = "N", description = "How many random schedules; 8 if absent, beside --schedule none.")
  private Integer seeds;

  @Option(names = "--singles", paramLabel = "N", description = "At how many single safepoints, evenly spread; 100 if absent, beside --schedule none.")
  private Integer singles;

  @Parameters(arity = "0..*", paramLabel = "CASE|PATTERN", description = "Which cases; the whole corpus if absent.")
  private List<String> names = new ArrayList<>();

  private final Session session;

  LawsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Sweep sweep = sweep();
    List<String> sound = policies.orElse(Policies.SOUND).stream().filter(Policies.SOUND::contains).toList();
    List<Case> cases = new CaseSelection(session).some(names);
    List<Laws> results = cases.parallelStream().map(c -> laws(c, sound, sweep)).toList();
    return new LawsReport(sound, cases, results).print(session.out()) ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private Sweep sweep() {
    int randomSchedules = count("--seeds", seeds, SEEDS);
    int singlePoints = count("--singles", singles, SINGLES);
    List<String> named = schedules.stream()
        .map(text -> ScheduleSpec.parse("--schedule", text).toString()).toList();
    return new Sweep(named.isEmpty() ? List.of("none", "all") : named, randomSchedules, singlePoints);
  }

  private int count(String option, Integer given, int usual) {
    if (given != null && given < 0) {
      throw new InputError(option, "0 or more", given.toString());
    }
    return given != null ? given : schedules.isEmpty() ? usual : 0;
  }

  /**
   * What came of one case.
   *
   * @param tallies by policy
   * @param findings of the laws that are about all policies
   */
  record Laws(Map<String, Sweep.Tally> tallies, List<Finding> findings) {}

  private Laws laws(Case c, List<String> sound, Sweep sweep) {
    Subject subject = session.subject();
    CaseCheck check = CaseCheck.run(subject, c);
    List<Finding> findings = new ArrayList<>();
    add(findings, PolicyLaw.check(c, check));
    add(findings, StaticLaw.check(c, check));
    add(findings, StaticLaw.appliesTo(check) ? StepLaw.isStatic(subject, c) : StepLaw.policy(subject, c));
    add(findings, ObservesLaw.check(subject, c, check));
    Map<String, Sweep.Tally> tallies = new LinkedHashMap<>();
    for (String policy : sound) {
      add(findings, LivenessLaw.check(c, check.recording(policy)));
      tallies.put(policy, sweep.of(subject, c, policy, check));
    }
    return new Laws(tallies, findings);
  }

  private static void add(List<Finding> findings, Optional<Finding> finding) {
    finding.ifPresent(findings::add);
  }
}
