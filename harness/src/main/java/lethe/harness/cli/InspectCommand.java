package lethe.harness.cli;

import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.harness.corpus.Case;
import lethe.harness.why.Sight;
import lethe.vm.fault.InputError;
import lethe.vm.trace.EventKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe inspect}. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Shows registers, stack, heap, code and host cells at an event of a case's trace.",
    footer = {
      "",
      "EVENT is a line of what 'lethe trace' writes with the same --policy, --level and --window, from 1; 'gc N', the start",
      "of the N-th full collection that the program asks for; 'fault', where the run goes wrong; or 'end', its last event.",
      "The machine is shown as it stands when the event is told: before an instruction, inside it, or inside a collection.",
      "Without --policy: the one that 'lethe trace' takes.",
      "",
      "Examples: harness/lethe inspect closures/partial --at 'gc 1'",
      "          harness/lethe inspect closures/partial --policy scan --level steps --at 30"
    })
final class InspectCommand implements Callable<Integer> {
  private static final Pattern AT = Pattern.compile("(gc *)?([0-9]{1,9})");

  @Mixin private final PolicyChoice policies = new PolicyChoice();
  @Mixin private final MachineChoice machine = new MachineChoice();
  @Mixin private final TraceChoice trace = new TraceChoice();

  @Option(names = "--at", required = true, paramLabel = "EVENT", description = "A line of the trace, 'gc N', 'fault' or 'end'.")
  private String at;

  @Parameters(index = "0", paramLabel = "CASE", description = "A case by id or file.")
  private String name;

  private final Session session;

  InspectCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Case c = machine.sized(new CaseSelection(session).one(name));
    String policy = policies.oneOrElse(c.tracePolicies().isEmpty() ? "keep" : c.tracePolicies().get(0));
    Sight.TraceSpec spec = new Sight.TraceSpec(
        trace.levelOr(c.level()), trace.unitsOr(c.window()), machine.schedule(c.schedule()));
    new SightText(session.out()).tell(Sight.at(session.subject(), c, policy, spec, where()));
    return ExitCode.AGREEMENT;
  }

  private Sight.At where() {
    if (at.equals("end") || at.equals("fault")) {
      return new Sight.At.Only(at.equals("end") ? EventKind.END : EventKind.FAULT);
    }
    Matcher m = AT.matcher(at);
    if (!m.matches()) {
      throw new InputError("--at", "the number of an event, gc N, fault or end", "'" + at + "'");
    }
    int number = Integer.parseInt(m.group(2));
    return m.group(1) == null ? new Sight.At.Line(number) : new Sight.At.Collection(number);
  }
}
