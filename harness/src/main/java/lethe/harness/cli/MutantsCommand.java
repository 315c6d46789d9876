package lethe.harness.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lethe.harness.mutant.MutantReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe mutants}. */
@Command(
    name = "mutants",
    mixinStandardHelpOptions = true,
    description = "Shows which case notices each of the machines that are wrong on purpose.",
    footer = {
      "",
      "Exit code 1 if nobody notices one. All of them against the whole corpus take minutes.",
      "",
      "Example: harness/lethe mutants 'handle*' --cases closures"
    })
final class MutantsCommand implements Callable<Integer> {
  @Option(names = "--cases", split = ",", paramLabel = "CASE|PATTERN", description = "Only these cases.")
  private List<String> names = new ArrayList<>();

  @Parameters(arity = "0..1", paramLabel = "MUTANT", description = "An id, or one with * for any text; all if absent.")
  private String mutants = "*";

  private final Session session;

  MutantsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    PrintWriter out = new PrintWriter(session.out(), true, StandardCharsets.UTF_8);
    return MutantReport.print(out, new CaseSelection(session).some(names), mutants);
  }
}
