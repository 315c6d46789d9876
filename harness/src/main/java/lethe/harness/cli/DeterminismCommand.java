package lethe.harness.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lethe.harness.corpus.Case;
import lethe.harness.repeat.Fingerprints;
import lethe.harness.repeat.OtherJvm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe determinism}. */
@Command(
    name = "determinism",
    mixinStandardHelpOptions = true,
    description = "Runs cases in ten other JVMs: traces and outcomes must be the same, byte for byte.",
    footer = {
      "",
      "The JVMs interpret only, compile otherwise, have another collector, language, time zone, charset and other hash",
      "codes; half of them run the cases in parallel. With --print, the digests of this one, for another machine.",
      "",
      "Example: harness/lethe determinism closures 'load/*'"
    })
final class DeterminismCommand implements Callable<Integer> {
  @Option(names = "--print", description = "Only print the digest of each case.")
  private boolean print;

  @Option(names = "--sequential", description = "One case after the other.")
  private boolean sequential;

  @Parameters(arity = "0..*", paramLabel = "CASE|PATTERN", description = "Which cases; the whole corpus if absent.")
  private List<String> names = new ArrayList<>();

  private final Session session;

  DeterminismCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Case> cases = new CaseSelection(session).some(names);
    List<String> expected = Fingerprints.of(session.subject(), cases, !sequential);
    if (print) {
      expected.forEach(session.out()::println);
      return ExitCode.AGREEMENT;
    }
    int differences = 0;
    boolean parallel = true;
    for (OtherJvm jvm : OtherJvm.values()) {
      parallel = !parallel;
      long start = System.nanoTime();
      List<String> found = jvm.lines(session.root().get(), command(parallel));
      List<String> differing = new ArrayList<>(found);
      differing.removeAll(expected);
      boolean same = found.equals(expected);
      differences += same ? 0 : 1;
      session.out().printf(Locale.ROOT, "%-70s %-10s %6.1f s  %s%n",
          jvm, parallel ? "parallel" : "sequential", (System.nanoTime() - start) / 1e9,
          same ? "same" : "DIFFERS: " + differing);
      session.out().flush();
    }
    session.out().println(differences == 0
        ? "the same in " + OtherJvm.values().length + " JVMs: " + cases.size() + " cases under every policy"
        : differences + " JVMs differ");
    return differences == 0 ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private List<String> command(boolean parallel) {
    List<String> command = new ArrayList<>(List.of("determinism", "--print"));
    if (!parallel) {
      command.add("--sequential");
    }
    command.addAll(names);
    return command;
  }
}
