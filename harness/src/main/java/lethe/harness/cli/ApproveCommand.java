package lethe.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.Finding;
import lethe.harness.golden.Findings;
import lethe.harness.golden.GoldenFiles;
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
    description = "Writes the goldens of cases, or the verdicts, from a fresh run, for review with git diff.",
    footer = {
      "",
      "Refused where the variable CI is set, and for a case that does not do what it expects, breaks",
      "law 4, or does not do the same twice: that is repaired, not approved. Nothing is written then.",
      "",
      "Example: harness/lethe approve closures/partial && git diff golden"
    })
final class ApproveCommand implements Callable<Integer> {
  @Option(names = "--all", description = "All cases of the corpus.")
  private boolean all;

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
    if (names.isEmpty() != all) {
      throw new InputError("approve", "either cases or --all", all ? "both" : "neither");
    }
    Map<GoldenFiles.Name, String> texts = new LinkedHashMap<>();
    List<Finding> refused = new ArrayList<>();
    for (Case c : new CaseSelection(session).someApprovable(names)) {
      CaseCheck check = CaseCheck.run(session.subject(), c);
      refused.addAll(objections(c, check));
      texts.putAll(ApprovedTexts.all(c, check));
    }
    if (!refused.isEmpty()) {
      refused.forEach(finding -> session.out().println(finding + "\n"));
      session.out().println("nothing approved: " + refused.size() + " objections");
      return ExitCode.DIVERGENCE;
    }
    return write(texts);
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
    replace(VerdictsJson.file(root), VerdictsJson.text(fresh));
    replace(readme, answer);
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

  private int write(Map<GoldenFiles.Name, String> texts) throws IOException {
    GoldenFiles files = session.goldens();
    int written = 0;
    for (Map.Entry<GoldenFiles.Name, String> text : texts.entrySet()) {
      GoldenFiles.State state = files.compare(text.getKey(), text.getValue());
      if (state != GoldenFiles.State.SAME) {
        Path file = files.approved(text.getKey());
        replace(file, text.getValue());
        session.out().println(state.toString().toLowerCase(Locale.ROOT) + " golden/" + text.getKey().approved());
        written++;
      }
    }
    session.out().println(written + " of " + texts.size() + " goldens written"
        + (written == 0 ? "" : "; look at them: git add -N golden; git diff golden"));
    return ExitCode.AGREEMENT;
  }

  /** Whole or not at all: a killed command leaves the old golden. */
  private static void replace(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".fresh");
    try {
      Files.writeString(fresh, text);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
