package lethe.harness.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Group;
import lethe.harness.corpus.Case;
import lethe.harness.report.Page;
import lethe.harness.report.Report;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe report}. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Runs cases and writes what they did as one HTML page, which opens from a file.",
    footer = {
      "",
      "The page holds the verdicts, hazards and costs of the cases named, and each case: source, trace, collections, objects,",
      "what keeps a unit. A part of it has an address: #case=load/first&policy=handle&event=12; events are numbered as",
      "'lethe inspect --level steps --window all --at' has them.",
      "",
      "With --markdown it prints a summary for a pull request instead, of what the last 'check' or 'mvn verify' received; with",
      "--base, of the goldens here against those of another commit. No case is run.",
      "",
      "Examples: harness/lethe report",
      "          harness/lethe report -o tail-calls.html running/tail-calls 'cost/*'",
      "          harness/lethe report --base main"
    })
final class ReportCommand implements Callable<Integer> {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; harness/target/report.html if absent.")
  private Path output;

  @Option(names = "--markdown", description = "Print what has changed, for a pull request.")
  private boolean markdown;

  @Option(
      names = "--base",
      paramLabel = "REV",
      description = "Print what has changed since this commit, or from A to B if it is A..B, as --markdown does.")
  private String base;

  @Parameters(arity = "0..*", paramLabel = "CASE|PATTERN", description = "What to tell; the whole corpus if absent.")
  private List<String> names = new ArrayList<>();

  private final Session session;

  ReportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (markdown || base != null) {
      summarise();
      return ExitCode.AGREEMENT;
    }
    List<Case> cases = new CaseSelection(session).some(names);
    Path file = file();
    Report report = Report.of(
        cases, session.subject(), session.goldens(), c -> !CaseSelection.isOutside(c), session.corpus());
    try (Writer out = Files.newBufferedWriter(file)) {
      Page.write(report, out);
    }
    session.out().println(file + ": " + cases.size() + (cases.size() == 1 ? " case" : " cases"));
    return ExitCode.AGREEMENT;
  }

  private void summarise() throws IOException {
    if (!names.isEmpty() || output != null) {
      throw new InputError(base == null ? "--markdown" : "--base", "no case and no --output beside it",
          output == null ? String.join(" ", names) : "--output");
    }
    List<GoldenChange> changes = base == null
        ? GroupChoice.lastRun(session).changes(session.roots()) : new BaseGoldens(session.root().get(), base).changes(session.goldens());
    Summary.lines(session, Group.of(changes), base != null).forEach(session.out()::println);
  }

  /** Where to write; a wrong place is told before the cases are run. */
  private Path file() throws IOException {
    if (output == null) {
      return Files.createDirectories(session.root().get().resolve("harness/target")).resolve("report.html");
    }
    if (Files.isDirectory(output) || !Files.isDirectory(output.toAbsolutePath().getParent())) {
      throw new InputError("--output", "a file in a folder that exists", "'" + output + "'");
    }
    return output;
  }
}
