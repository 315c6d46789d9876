package lethe.harness.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import lethe.harness.corpus.Case;
import lethe.harness.subject.RunOptions;
import lethe.vm.VmOptions;
import lethe.vm.fault.InputError;
import lethe.vm.trace.ChromeTrace;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;
import lethe.vm.trace.TraceOutput;
import lethe.vm.trace.TraceWriter;
import lethe.vm.trace.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe trace}. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Writes what a case or an executable does: one event a line, or for Perfetto (vm/TRACE.md).",
    footer = {
      "",
      "Without --policy a case is traced under the first policy of its 'trace:' line, else, as an executable, under keep.",
      "What an executable prints stands in the trace, as events 'out'.",
      "",
      "Examples: harness/lethe trace closures/partial --policy stub --level steps --window plugin -o stub.jsonl",
      "          harness/lethe trace closures/partial --level calls --format chrome -o partial.json"
    })
final class TraceCommand implements Callable<Integer> {
  @Mixin private final PolicyChoice policies = new PolicyChoice();
  @Mixin private final MachineChoice machine = new MachineChoice();
  @Mixin private final TraceChoice trace = new TraceChoice();

  @Option(names = {"-o", "--output"}, paramLabel = "OUT", description = "Where to write; standard output if absent.")
  private Path output;

  @Option(names = "--format", paramLabel = "F", description = "jsonl (if absent), or chrome for ui.perfetto.dev.")
  private String format = "jsonl";

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

  TraceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    return session.isCase(name) ? traceCase() : traceProgram();
  }

  private int traceCase() throws IOException {
    Case c = machine.sized(new CaseSelection(session).one(name));
    String policy = policies.oneOrElse(c.tracePolicies().isEmpty() ? "keep" : c.tracePolicies().get(0));
    Level chosen = trace.levelOr(c.level());
    String schedule = machine.schedule(c.schedule());
    try (TraceOutput written = output()) {
      EventSink sink = new Window(trace.unitsOr(c.window()), written);
      session.subject().run(c, policy, new RunOptions(chosen, schedule, sink));
    }
    return ExitCode.AGREEMENT;
  }

  private int traceProgram() throws IOException {
    String policy = policies.oneOrElse("keep");
    Level chosen = trace.levelOr(Level.EFFECTS);
    ProgramFile program = ProgramFile.read(name, arguments, collectable);
    VmOptions options = machine.scheduled(machine.sized(VmOptions.defaults().withPolicy(policy)));
    try (TraceOutput written = output()) {
      String shows = "what " + program.baseName() + " does";
      written.accept(Event.of(
          EventKind.LETHE, EventKind.VERSION, program.baseName(), policy, chosen.toString(), shows));
      program.run(session.quiet(), options, chosen, trace.unitsOr(Set.of()), written);
    }
    return ExitCode.AGREEMENT;
  }

  private TraceOutput output() throws IOException {
    return switch (format) {
      case "jsonl" -> new TraceWriter(writer());
      case "chrome" -> new ChromeTrace(writer());
      default -> throw new InputError("--format", "jsonl or chrome", "'" + format + "'");
    };
  }

  private Writer writer() throws IOException {
    OutputStream stream = output == null ? new Unclosed(session.out()) : Files.newOutputStream(output);
    return new OutputStreamWriter(stream, StandardCharsets.UTF_8);
  }
}
