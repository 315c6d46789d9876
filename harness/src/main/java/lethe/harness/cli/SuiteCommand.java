package lethe.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lethe.harness.lockstep.Tracer;
import lethe.harness.reference.StockOCaml;
import lethe.harness.testsuite.InLockstep;
import lethe.harness.testsuite.InMode;
import lethe.harness.testsuite.Mode;
import lethe.harness.testsuite.SuiteJson;
import lethe.harness.testsuite.SuiteReport;
import lethe.harness.testsuite.SuiteText;
import lethe.harness.testsuite.Testsuite;
import lethe.harness.testsuite.Way;
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
    description = "Runs the bytecode programs of OCaml's testsuite on ocamlrun and here, and compares output and exit code, "
        + "or each step.",
    footer = {
      "",
      "Each program is run as an ordinary one, and collectable under each policy (handle, if none is named).",
      "With --lockstep instead step by step beside OCaml's own runtime, as compare --level full does: the first",
      "2,000,000 steps of each, or --max-steps.",
      "Needs OCaml 4.13.1 and its sources; exit code 1 if a program differs.",
      "",
      "Examples: harness/lethe suite ocaml-4.13.1/testsuite 'lib-*' misc/weaktest.ml --policy handle,scan",
      "          harness/lethe suite ocaml-4.13.1/testsuite tool-ocaml --lockstep"
    })
final class SuiteCommand implements Callable<Integer> {
  /** A program of the suite that needs more does not end. */
  private static final long STEPS = 10_000_000_000L;
  private static final long STEPS_IN_LOCKSTEP = 2_000_000;
  private static final long OUTPUT_BYTES = 1L << 26;
  private static final int HEAP_WORDS = 1 << 27;

  @Mixin private final PolicyChoice policies = new PolicyChoice();
  @Mixin private final MachineChoice machine = new MachineChoice();

  @Option(names = "--jobs", paramLabel = "N", description = "Tests at a time: 1.")
  private int jobs = 1;

  @Option(names = "--lockstep", description = "Compare each step with OCaml's debug runtime; needs gcc too.")
  private boolean isInLockstep;

  @Option(names = "--timeout", paramLabel = "SECONDS", description = "For a program on the reference, in lockstep: 600.")
  private long seconds = Tracer.LIMIT_SECONDS;

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
    if (isInLockstep && !policies.orElse(List.of()).isEmpty()) {
      throw new InputError("--policy", "nothing beside --lockstep, where all code is kept", "a policy");
    }
    Testsuite testsuite = new Testsuite(directory);
    StockOCaml ocaml = StockOCaml.find().orElseThrow(
        () -> new InputError("suite", "ocamlc and ocamlrun on the PATH", "none"));
    try (ScratchFolder scratch = ScratchFolder.create("lethe-suite")) {
      return isInLockstep ? lockstep(testsuite, ocaml, scratch.path()) : modes(testsuite, ocaml, scratch.path());
    }
  }

  private int modes(Testsuite testsuite, StockOCaml ocaml, Path scratch) throws IOException, InterruptedException {
    VmOptions options = options(STEPS);
    List<Way> ways = new ArrayList<>(List.of(new InMode(options, Mode.PLAIN)));
    policies.orElse(List.of("handle")).forEach(policy -> ways.add(new InMode(options, Mode.under(policy))));
    return run(testsuite, ocaml, ways, scratch) ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private int lockstep(Testsuite testsuite, StockOCaml ocaml, Path scratch) throws IOException, InterruptedException {
    VmOptions options = options(STEPS_IN_LOCKSTEP);
    Tracer tracer = Tracer.build(scratch.resolve("tracer")).withLimit(seconds);
    Path traces = Files.createDirectory(scratch.resolve("traces"));
    // The comparison stops both at the limit; to ours alone it would be a fault.
    InLockstep way = new InLockstep(tracer, () -> options.withStepLimit(STEPS), options.limits().steps(), traces);
    boolean passes = run(testsuite, ocaml, List.of(way), scratch);
    if (!json) {
      session.out().print(way.totals().text());
    }
    return passes ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private VmOptions options(long steps) {
    return machine.scheduled(machine.sized(VmOptions.defaults()
        .withHeap(HeapOptions.DEFAULT.withMaxWords(HEAP_WORDS))
        .withLimits(new Limits(steps, Limits.DEFAULT_STACK_WORDS, OUTPUT_BYTES))));
  }

  private boolean run(Testsuite testsuite, StockOCaml ocaml, List<Way> ways, Path scratch)
      throws IOException, InterruptedException {
    String repeat = "harness/lethe suite " + directory;
    SuiteReport report = testsuite.run(patterns, ocaml, ways, scratch, jobs, verdict -> {
      if (!json) {
        session.out().print(SuiteText.differences(verdict, ways, repeat));
        session.out().flush();
      }
    });
    session.out().print(json ? SuiteJson.of(report) : SuiteText.table(report, ways));
    return report.passes();
  }
}
