package lethe.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lethe.harness.reference.StockOCaml;
import lethe.harness.testsuite.Mode;
import lethe.harness.testsuite.SuiteJson;
import lethe.harness.testsuite.SuiteReport;
import lethe.harness.testsuite.SuiteText;
import lethe.harness.testsuite.Testsuite;
import lethe.vm.Limits;
import lethe.vm.VmOptions;
import lethe.vm.fault.InputError;
import lethe.vm.heap.HeapOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe suite}. */
@Command(
    name = "suite",
    mixinStandardHelpOptions = true,
    description = "Runs the bytecode programs of OCaml's testsuite on ocamlrun and here, and compares.",
    footer = {
      "",
      "Each program is run as an ordinary one, and collectable under each policy (handle, if none is named).",
      "Needs OCaml 4.13.1 and its sources; exit code 1 if a program differs.",
      "",
      "Example: harness/lethe suite ocaml-4.13.1/testsuite 'lib-*' misc/weaktest.ml --policy handle,scan"
    })
final class SuiteCommand implements Callable<Integer> {
  /** A program of the suite that needs more does not end. */
  private static final long STEPS = 10_000_000_000L;
  private static final long OUTPUT_BYTES = 1L << 26;
  private static final int HEAP_WORDS = 1 << 27;

  @Mixin private final PolicyChoice policies = new PolicyChoice();
  @Mixin private final MachineChoice machine = new MachineChoice();

  @Option(names = "--jobs", paramLabel = "N", description = "Tests at a time: 1.")
  private int jobs = 1;

  @Option(names = "--json", description = "Everything, by program.")
  private boolean json;

  @Parameters(index = "0", paramLabel = "DIR", description = "OCaml's folder testsuite.")
  private Path directory;

  @Parameters(index = "1..*", paramLabel = "PATTERN", description = "Programs or folders below tests; all if absent.")
  private List<String> patterns = new ArrayList<>();

  private final Session session;

  SuiteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (jobs < 1) {
      throw new InputError("--jobs", "1 or more", Integer.toString(jobs));
    }
    List<Mode> modes = new ArrayList<>(List.of(Mode.PLAIN));
    policies.orElse(List.of("handle")).forEach(policy -> modes.add(Mode.under(policy)));
    VmOptions limited = VmOptions.defaults()
        .withHeap(HeapOptions.DEFAULT.withMaxWords(HEAP_WORDS))
        .withLimits(new Limits(STEPS, Limits.DEFAULT_STACK_WORDS, OUTPUT_BYTES));
    Testsuite testsuite = new Testsuite(directory);
    StockOCaml ocaml = StockOCaml.find().orElseThrow(
        () -> new InputError("suite", "ocamlc and ocamlrun on the PATH", "none"));
    try (ScratchFolder scratch = ScratchFolder.create("lethe-suite")) {
      String repeat = "harness/lethe suite " + directory;
      SuiteReport report = testsuite.run(
          patterns, ocaml, machine.scheduled(machine.sized(limited)), modes, scratch.path(), jobs,
          verdict -> {
            if (!json) {
              session.out().print(SuiteText.differences(verdict, modes, repeat));
              session.out().flush();
            }
          });
      session.out().print(json ? SuiteJson.of(report) : SuiteText.table(report, modes));
      return report.passes() ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
    }
  }
}
