package lethe.harness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Expectation;
import lethe.harness.corpus.Policies;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.RunOptions;
import lethe.harness.subject.Subject;
import lethe.vm.VmOptions;
import lethe.vm.VmOutcome;
import lethe.vm.fault.InputError;
import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe run}. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs a bytecode executable, or a case under each policy.",
    footer = {
      "",
      "An executable's exit code is the program's own (2 after an uncaught exception, 3 after a fault).",
      "A case's is 1 if it did not do what it expects under a policy.",
      "Without --policy a case is run under each, an executable under keep.",
      "",
      "Examples: harness/lethe run --collectable --policy handle a.out 1 2",
      "          harness/lethe run closures/partial --policy stub",
      "          harness/lethe run closures/partial --on ocamlrund"
    })
final class RunCommand implements Callable<Integer> {
  private static final EventSink UNHEARD = event -> {};

  @Mixin private final PolicyChoice policies = new PolicyChoice();
  @Mixin private final MachineChoice machine = new MachineChoice();
  @Mixin private final RuntimeChoice runtime = new RuntimeChoice();

  @Option(names = "--collectable", description = "Load every unit of the executable, Stdlib too, through the policy.")
  private boolean collectable;

  @Parameters(index = "0", paramLabel = "FILE|CASE", description = "A bytecode executable, or a case by id or file.")
  private String name;

  @Parameters(
      index = "1..*",
      paramLabel = "ARG",
      description = "Arguments of the executable; -- stands before them if one starts with -.")
  private List<String> arguments = new ArrayList<>();

  private final Session session;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    boolean isCase = session.isCase(name);
    if (runtime.isNamed() && !isCase) {
      throw new InputError("--on", "a case", name + ", a file: harness/lethe compare runs a program on both");
    }
    return isCase ? runCase() : runProgram();
  }

  private int runProgram() {
    String policy = policies.oneOrElse("keep");
    ProgramFile program = ProgramFile.read(name, arguments, collectable);
    VmOptions options = machine.scheduled(machine.sized(VmOptions.defaults().withPolicy(policy)));
    VmOutcome outcome = program.run(session, options);
    if (outcome.result().startsWith("fault ")) {
      session.err().println("lethe: " + name + ": " + outcome.result().strip() + ": " + outcome.detail());
    }
    return outcome.exitCode();
  }

  private int runCase() {
    Case c = machine.sized(new CaseSelection(session).one(name));
    String schedule = machine.schedule(c.schedule());
    boolean asExpected = true;
    String printed = null;
    Subject subject = runtime.isNamed() ? runtime.subject() : session.subject();
    for (String policy : policies.orElse(runtime.isNamed() ? List.of("keep") : Policies.ALL)) {
      CaseRun run = subject.run(c, policy, new RunOptions(Level.EFFECTS, schedule, UNHEARD));
      String output = String.join("\n", run.output());
      if (!output.isEmpty() && !output.equals(printed)) {
        session.out().println(output);
        printed = output;
      }
      asExpected &= report(policy, c.expectation(policy), run, subject);
    }
    return asExpected ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
  }

  private boolean report(String policy, Expectation expected, CaseRun run, Subject subject) {
    boolean asExpected = subject.meets(expected, run);
    session.out().printf("%-10s %s%n", policy, run.outcome());
    if (!asExpected) {
      session.out().printf("%-10s %s%n", "  expected", expected);
    }
    run.wronglyFreed().forEach(path -> session.out().println("           freed though reachable: " + path));
    return asExpected;
  }
}
