package lethe.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import lethe.harness.fuzz.Campaign;
import lethe.harness.fuzz.Defect;
import lethe.harness.fuzz.FuzzInput;
import lethe.harness.fuzz.InputKind;
import lethe.harness.fuzz.Tally;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe fuzz}. */
@Command(
    name = "fuzz",
    mixinStandardHelpOptions = true,
    description = "Tries changed inputs: each is to be accepted or answered by one message.",
    footer = {
      "",
      "Exit code 1 if one is not; each such input is made smaller and written as a file, with the command that tries it again.",
      "",
      "Examples: harness/lethe fuzz --count 100000 --seed 7 --kind cmo",
      "          harness/lethe fuzz --kind cmo fuzz-defects/cmo-1f2e3d4c.cmo"
    })
final class FuzzCommand implements Callable<Integer> {
  @Option(names = "--count", paramLabel = "N", description = "How many inputs; 10000 if absent.")
  private long count = 10_000;

  @Option(names = "--seed", paramLabel = "S", description = "Which inputs; 1 if absent.")
  private long seed = 1;

  @Option(names = "--kind", split = ",", paramLabel = "K", description = "executable, cmo, marshal, asm, case; all if absent.")
  private List<String> kinds = new ArrayList<>();

  @Option(names = "--defects", paramLabel = "DIR", description = "Where defects are written; fuzz-defects if absent.")
  private Path directory = Path.of("fuzz-defects");

  @Parameters(arity = "0..1", paramLabel = "FILE", description = "Try this input of the one --kind, nothing else.")
  private String file;

  private final Set<String> seen = new LinkedHashSet<>();
  private final Session session;

  FuzzCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<InputKind> chosen = kinds.isEmpty()
        ? List.of(InputKind.values())
        : kinds.stream().map(name -> InputKind.named("--kind", name)).toList();
    if (count < 1) {
      throw new InputError("--count", "1 or more", Long.toString(count));
    }
    return file == null ? campaign(chosen) : again(chosen);
  }

  private int campaign(List<InputKind> chosen) {
    Tally tally = new Campaign(session.cases(), seed, chosen).run(count, this::report);
    session.out().println(tally.table());
    return tally.defects() == 0 ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private int again(List<InputKind> chosen) {
    if (chosen.size() != 1) {
      throw new InputError("--kind", "one kind for a FILE", Integer.toString(chosen.size()));
    }
    String problem = FuzzInput.problem(chosen.get(0), InputFile.bytes(file));
    session.out().println(problem.isEmpty() ? "answered" : problem);
    return problem.isEmpty() ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  /** Of defects with the same trace only the first is written. */
  private void report(Defect defect) {
    if (!seen.add(defect.problem())) {
      return;
    }
    Path written = directory.resolve(defect.fileName());
    try {
      Files.createDirectories(directory);
      Files.write(written, defect.input());
    } catch (IOException e) {
      throw new InputError(written.toString(), "a place for a defect", e.toString());
    }
    session.out().println(defect.problem());
    session.out().println("again: harness/lethe fuzz --kind " + defect.kind() + " " + written);
    session.out().flush();
  }
}
