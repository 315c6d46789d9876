package lethe.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.CaseSource;
import lethe.harness.golden.Finding;
import lethe.harness.golden.GoldenFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lethe diff}. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Runs a case and shows where it differs from its approved goldens.",
    footer = {
      "",
      "First the first difference in words, then all lines that differ (- approved, + now).",
      "",
      "Example: harness/lethe diff closures/partial --policy stub"
    })
final class DiffCommand implements Callable<Integer> {
  @Mixin private final PolicyChoice policies = new PolicyChoice();

  @Parameters(paramLabel = "CASE", description = "A case of the corpus.")
  private String name;

  private final Session session;

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Case c = new CaseSelection(session).approvable(name);
    List<String> chosen = policies.orElse(Policies.ALL);
    GoldenFiles files = session.goldens();
    CaseCheck check = CaseCheck.run(session.subject(), c);
    Optional<Finding> outcomes = check.compareOutcomes(files);
    boolean differs = outcomes.isPresent();
    show(files, outcomes, GoldenFiles.Name.outcomes(c.id()), check.outcomes());
    for (Map.Entry<String, String> trace : ApprovedTexts.traces(c, check).entrySet()) {
      if (chosen.contains(trace.getKey())) {
        Optional<Finding> finding = check.compareTrace(files, trace.getKey(), new CaseSource(c));
        differs |= finding.isPresent();
        show(files, finding, GoldenFiles.Name.trace(c.id(), trace.getKey()), trace.getValue());
      }
    }
    if (!differs) {
      session.out().println(c.id() + " is as approved");
    }
    return differs ? ExitCode.DIVERGENCE : ExitCode.AGREEMENT;
  }

  private void show(GoldenFiles files, Optional<Finding> finding, GoldenFiles.Name name, String text)
      throws IOException {
    if (finding.isPresent()) {
      session.out().println(finding.get());
      boolean isApproved = Files.exists(files.approved(name));
      List<String> approved = isApproved ? Files.readAllLines(files.approved(name)) : List.of();
      session.out().println("--- golden/" + name.approved() + (isApproved ? "" : " (none)"));
      LineDiff.of(approved, text.lines().toList()).forEach(session.out()::println);
      session.out().println();
    }
  }
}
