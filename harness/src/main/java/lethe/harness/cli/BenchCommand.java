package lethe.harness.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lethe.harness.bench.Bench;
import lethe.harness.bench.BenchProgram;
import lethe.harness.bench.LetheEngine;
import lethe.harness.bench.Ocamlrun;
import lethe.harness.bench.PolicyBench;
import lethe.harness.corpus.Policies;
import lethe.harness.reference.StockOCaml;
import lethe.vm.VmOptions;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Times programs on this VM and on ocamlrun, in turn; or under the policies, beside keep.",
    footer = {"", "Needs OCaml 4.13.1.", "", "Example: harness/lethe bench fib sieve --rounds 5 --policy handle"})
final class BenchCommand implements Callable<Integer> {
  @Mixin private final PolicyChoice policies = new PolicyChoice();
  @Mixin private final MachineChoice machine = new MachineChoice();

  @Option(names = "--rounds", paramLabel = "N", description = "Timed runs of each program after one that is not: 5.")
  private int rounds = 5;

  @Option(names = "--scale", paramLabel = "N", description = "Each program does N times its work: 1.")
  private int scale = 1;

  @Option(names = "--collectable", description = "Load the programs through the policy.")
  private boolean collectable;

  @Option(names = "--policies", description = "Compare the policies: those of --policy, or all sound ones.")
  private boolean comparesPolicies;

  @Parameters(arity = "0..*", paramLabel = "PROGRAM", description = "Which programs; all if absent.")
  private List<String> names = new ArrayList<>();

  private final Session session;

  BenchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (scale < 1) {
      throw new InputError("--scale", "1 or more", Integer.toString(scale));
    }
    List<BenchProgram> usual = comparesPolicies ? PolicyBench.programs() : BenchProgram.all();
    List<BenchProgram> programs =
        (names.isEmpty() ? usual : names.stream().map(BenchProgram::named).toList())
            .stream().map(program -> program.scaled(scale)).toList();
    VmOptions options = machine.scheduled(machine.sized(VmOptions.defaults()));
    StockOCaml ocaml = StockOCaml.find().orElseThrow(
        () -> new InputError("bench", "ocamlc and ocamlrun on the PATH", "none"));
    try (ScratchFolder scratch = ScratchFolder.create("lethe-bench")) {
      Ocamlrun ocamlrun = new Ocamlrun(ocaml);
      if (comparesPolicies) {
        new PolicyBench(ocamlrun, options, policies.orElse(Policies.SOUND), rounds)
            .run(programs, scratch.path(), session.out());
      } else {
        VmOptions underPolicy = options.withPolicy(policies.oneOrElse("keep"));
        new Bench(ocamlrun, new LetheEngine(underPolicy, collectable), rounds)
            .run(programs, scratch.path(), session.out());
      }
    }
    return ExitCode.AGREEMENT;
  }
}
