package lethe.harness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lethe.harness.change.Group;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.LastRun;
import lethe.harness.subject.SubjectCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lethe check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Checks cases: expectations, goldens, laws, the heap after each collection.",
    footer = {
      "",
      "Goldens that changed alike are told as one group. What they are now lies among the received files, for",
      "diff --group, approve --group and review, until the next check.",
      "",
      "With --on the cases run on stock OCaml instead: whether it gives the results that are expected under keep, and",
      "prints what this machine prints. It tells no fates, so these are not compared, and nothing is approved.",
      "",
      "A pattern is an id with * for any text, or an area. Files outside the corpus have no goldens. Without --policy: all.",
      "LAW n in a message is law n of harness/LAWS.md.",
      "",
      "Examples: harness/lethe check",
      "          harness/lethe check opcodes/closures 'load/*' --policy stub,handle",
      "          harness/lethe check exceptions --on ocamlrund"
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private final PolicyChoice policies = new PolicyChoice();

  @Mixin private final RuntimeChoice runtime = new RuntimeChoice();

  @Parameters(arity = "0..*", paramLabel = "CASE|PATTERN", description = "What to check; the whole corpus if absent.")
  private List<String> names = new ArrayList<>();

  private final Session session;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return runtime.isNamed() ? callForeign() : callOurs();
  }

  private int callForeign() {
    String policy = policies.oneOrElse("keep");
    SubjectCheck check = new SubjectCheck(runtime.subject(), session.subject());
    SubjectReport report = new SubjectReport(runtime.name());
    new CaseSelection(session).some(names).parallelStream().map(c -> check.of(c, policy)).toList().forEach(report::add);
    report.print(session.out());
    return report.agrees() ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private int callOurs() {
    List<String> chosen = policies.orElse(Policies.ALL);
    List<Case> cases = new CaseSelection(session).some(names);
    CaseVerification verification = new CaseVerification(session.subject(), session.goldens(), chosen);
    // A file outside the corpus has no goldens: what was received for others stays.
    Optional<LastRun> run = cases.stream().allMatch(CaseSelection::isOutside)
        ? Optional.empty() : Optional.of(LastRun.start(session.goldens()));
    CheckReport report = new CheckReport(chosen);
    // In parallel: machines share nothing. The report is in the order of the cases all the same.
    List<List<CaseVerification.Failure>> failures = cases.parallelStream().map(verification::failures).toList();
    for (int i = 0; i < cases.size(); i++) {
      report.add(cases.get(i), failures.get(i));
    }
    if (names.isEmpty()) {
      report.addAll(verification.orphans(cases));
    }
    run.ifPresent(it -> it.end(names.isEmpty(), chosen.containsAll(Policies.ALL), cases.size(), report.broken()));
    report.print(session.out(), Group.of(run.map(it -> it.changes(session.roots())).orElse(List.of())));
    return report.agrees() ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }
}
