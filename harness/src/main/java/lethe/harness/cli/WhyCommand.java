package lethe.harness.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import lethe.harness.corpus.Case;
import lethe.harness.subject.RunOptions;
import lethe.vm.fault.InputError;
import lethe.vm.trace.Event;
import lethe.vm.trace.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lethe why}. */
@Command(
    name = "why",
    mixinStandardHelpOptions = true,
    description = "Tells for each full collection why a block of loaded code was kept, or that it was freed.",
    footer = {
      "",
      "A path goes from a root to what holds the block. Without --policy: under handle.",
      "",
      "Example: harness/lethe why closures/partial plugin --policy stub"
    })
final class WhyCommand implements Callable<Integer> {
  @Mixin private final PolicyChoice policies = new PolicyChoice();
  @Mixin private final MachineChoice machine = new MachineChoice();

  @Parameters(index = "0", paramLabel = "CASE", description = "A case by id or file.")
  private String name;

  @Parameters(index = "1", arity = "0..1", paramLabel = "BLOCK", description = "plugin, plugin#2; all if absent.")
  private String block;

  private final Session session;

  WhyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Case c = machine.sized(new CaseSelection(session).one(name));
    for (String policy : policies.orElse(List.of("handle"))) {
      List<Event> events = new ArrayList<>();
      String schedule = machine.schedule(c.schedule());
      session.subject().run(c, policy, new RunOptions(Level.EFFECTS, schedule, events::add));
      checkBlock(events);
      new Account(session.out(), block).tell(policy, events);
    }
    return ExitCode.AGREEMENT;
  }

  private void checkBlock(List<Event> events) {
    TreeSet<String> loaded = new TreeSet<>();
    for (Event event : events) {
      switch (event.kind()) {
        case LOAD -> loaded.add(event.text("load"));
        default -> { }
      }
    }
    if (block != null && !loaded.contains(block)) {
      String there = loaded.isEmpty() ? "none (the case loads nothing)" : String.join(" ", loaded);
      throw new InputError("block", "one that the case loads: " + there, "'" + block + "'");
    }
  }

  /** Tells the fates in the order of the events. */
  private static final class Account {
    private final PrintStream out;
    private final String only;
    private int collections;
    private boolean inCollection;
    private String heading = "";

    Account(PrintStream out, String only) {
      this.out = out;
      this.only = only;
    }

    void tell(String policy, List<Event> events) {
      out.println("policy " + policy);
      for (Event event : events) {
        switch (event.kind()) {
          case LOAD -> line(event.text("load"), "loaded, " + event.number("ints") + " ints of code");
          case UNLOAD -> line(event.text("unload"), "the program asks that it be freed");
          case GC -> begin(event);
          case KEEP -> line(event.text("keep"), "kept: " + path(event));
          case FREE -> line(event.text("free"), "freed: " + event.text("why") + " (" + event.number("ints")
              + " ints of code, " + event.number("slots") + " slots given back)");
          case SWEPT -> inCollection = false;
          case FAULT -> out.println("  fault: " + event.text("fault") + " at " + event.text("at") + ": "
              + event.text("detail"));
          case END -> out.println("  " + event.text("end"));
          default -> { }
        }
      }
    }

    private void begin(Event event) {
      if (event.text("gc").equals("full")) {
        collections++;
        inCollection = true;
        heading = "collection " + collections + " (" + event.text("cause") + ")";
      }
    }

    private void line(String unit, String what) {
      if (only == null || only.equals(unit)) {
        if (!heading.isEmpty()) {
          out.println("  " + heading);
          heading = "";
        }
        out.println((inCollection ? "    " : "  ") + unit + " " + what);
      }
    }

    private static String path(Event event) {
      return event.get("path") instanceof List<?> steps
          ? String.join(" → ", steps.stream().map(Object::toString).toList())
          : event.text("path");
    }
  }
}
