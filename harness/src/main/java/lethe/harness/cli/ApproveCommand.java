package lethe.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lethe.harness.approval.Approval;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Group;
import lethe.harness.change.Words;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.Finding;
import lethe.harness.golden.Findings;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.golden.LastRun;
import lethe.harness.law.LivenessLaw;
import lethe.harness.verdict.Answer;
import lethe.harness.verdict.Verdicts;
import lethe.harness.verdict.VerdictsDiff;
import lethe.harness.verdict.VerdictsJson;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe approve}: the only thing that writes {@code golden/}, and the tables of README.md that come from there. */
@Command(
    name = "approve",
    mixinStandardHelpOptions = true,
    description = "Writes the goldens of cases from a fresh run, those of a group from the last one, or the verdicts.",
    footer = {
      "",
      "Refused where the variable CI is set, for a golden with the conflict markers of a merge, for a case that does not do",
      "what it expects, breaks law 4, or does not do the same twice: that is repaired, not approved; with --group also",
      "when the run was partial or is older than the sources. Nothing is written then. Each approval is an entry in",
      "the case's ledger (golden/README.md).",
      "",
      "Examples: harness/lethe approve closures/partial && git diff golden",
      "          harness/lethe approve --group 1 -m 'a handle is a word longer'"
    })
final class ApproveCommand implements Callable<Integer> {
  @Option(names = "--all", description = "All cases of the corpus.")
  private boolean all;

  @Option(
      names = "--group",
      paramLabel = "N",
      description = "The goldens of this group, as 'diff' numbers them, as the last 'check' received them.")
  private Integer group;

  @Option(names = "--case", paramLabel = "PATTERN", description = "Of the group, only the goldens of these cases.")
  private String pattern;

  @Option(
      names = {"-m", "--reason"},
      paramLabel = "REASON",
      description = "Why it is right; asked for when code is kept longer or freed earlier, or a result changes.")
  private String reason = "";

  @Option(
      names = "--verdicts",
      description = "golden/verdicts.json, from the whole corpus, and the tables of README.md; no case's goldens.")
  private boolean verdicts;

  @Parameters(arity = "0..*", paramLabel = "CASE|PATTERN", description = "What to approve.")
  private List<String> names = new ArrayList<>();

  private final Session session;

  ApproveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (session.inContinuousIntegration()) {
      throw new InputError("approve", "a person who looks at the change", "CI in the environment");
    }
    if (verdicts) {
      return approveVerdicts();
    }
    if (group != null && (all || !names.isEmpty())) {
      throw new InputError("--group", "no case beside it (--case PATTERN chooses)", all ? "--all" : String.join(" ", names));
    }
    if (group == null && pattern != null) {
      names.add(pattern);
    }
    if (group == null && names.isEmpty() != all) {
      throw new InputError("approve", "either cases or --all", all ? "both" : "neither");
    }
    Approval approval = new Approval(session.goldens(), reason);
    if (group == null) {
      proposeFresh(approval);
    } else {
      proposeReceived(approval);
    }
    return write(approval);
  }

  private void proposeFresh(Approval approval) {
    for (Case c : new CaseSelection(session).someApprovable(names)) {
      CaseCheck check = CaseCheck.run(session.subject(), c);
      objections(c, check).forEach(approval::refuse);
      ApprovedTexts.all(c, check).forEach(approval::propose);
    }
  }

  private void proposeReceived(Approval approval) {
    LastRun run = GroupChoice.lastRun(session);
    run.objection(session.root().get()).ifPresent(found -> {
      throw new InputError("approve", "a complete run of these sources (harness/lethe check makes one)", found);
    });
    Group chosen = GroupChoice.of(Group.of(run.changes(session.roots())), group);
    for (GoldenChange change : chosen.members()) {
      if (pattern == null || GroupChoice.matches(pattern, change.caseId())) {
        GoldenFiles.Name name = GoldenFiles.Name.of(change.path());
        approval.propose(name, session.goldens().receivedText(name));
        run.broken(change.caseId()).ifPresent(text -> approval.refuse(Findings.brokenCase(change.caseId(), text)));
      }
    }
    if (approval.proposed() == 0) {
      throw new InputError("--case", "a case of group " + group, "'" + pattern + "'");
    }
  }

  private int approveVerdicts() throws IOException {
    if (all || !names.isEmpty()) {
      throw new InputError("approve", "either cases or --verdicts", "both");
    }
    Path root = session.root().get();
    Path readme = root.resolve("README.md");
    Verdicts fresh = VerdictsCommand.of(session);
    String answer = Answer.in(Files.readString(readme), fresh);
    List<String> changes = Files.exists(VerdictsJson.file(root))
        ? VerdictsDiff.of(VerdictsJson.approved(root), fresh) : List.of("all verdicts are new");
    changes.forEach(session.out()::println);
    Approval.replace(VerdictsJson.file(root), VerdictsJson.text(fresh));
    Approval.replace(readme, answer);
    session.out().println(changes.isEmpty() ? "the verdicts are those approved"
        : "golden/verdicts.json and README.md written; look at them: git diff golden/verdicts.json README.md");
    return ExitCode.AGREEMENT;
  }

  private List<Finding> objections(Case c, CaseCheck check) {
    List<Finding> objections = new ArrayList<>();
    for (String policy : Policies.ALL) {
      Findings.expectation(c, check.recording(policy)).ifPresent(objections::add);
      LivenessLaw.check(c, check.recording(policy)).ifPresent(objections::add);
      check.readBack(policy).ifPresent(objections::add);
      check.repeat(session.subject(), policy).ifPresent(objections::add);
    }
    return objections;
  }

  private int write(Approval approval) {
    if (!approval.refused().isEmpty()) {
      approval.refused().forEach(finding -> session.out().println(finding + "\n"));
      session.out().println("nothing approved: " + Words.count(approval.refused().size(), "objection"));
      return ExitCode.DIVERGENCE;
    }
    List<String> written = approval.write();
    written.forEach(session.out()::println);
    session.out().println(written.size() + " of " + approval.proposed() + " goldens written"
        + (written.isEmpty() ? "" : "; look at them: git add -N golden; git diff golden"));
    return ExitCode.AGREEMENT;
  }
}
