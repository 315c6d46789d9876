package lethe.harness.why;

import java.util.Optional;
import java.util.Set;
import lethe.harness.corpus.Case;
import lethe.harness.ours.LetheSubject;
import lethe.vm.Vm;
import lethe.vm.fault.InputError;
import lethe.vm.inspect.Inspection;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Level;
import lethe.vm.trace.Window;

/**
 * The machine at an event of a case's trace.
 *
 * @param number of the event: its line in the trace
 * @param inspection the machine when the event was told
 */
public record Sight(long number, Event event, Inspection inspection) {
  /** How a trace is made: its level, the units whose events it holds (all if empty), and the schedule. */
  public record TraceSpec(Level level, Set<String> window, String schedule) {
    public TraceSpec {
      window = Set.copyOf(window);
    }
  }

  /** Which event of a trace. */
  public sealed interface At {
    /** The event in this line, from 1. */
    record Line(long number) implements At {}

    /** The start of the n-th full collection that the program asks for, from 1. */
    record Collection(int asked) implements At {}

    /** The only event of a kind that is told once at most: the end, a fault. */
    record Only(EventKind kind) implements At {}
  }

  /**
   * Runs the case until there, and on to its end.
   *
   * @throws InputError if the trace has no such event
   */
  public static Sight at(LetheSubject subject, Case c, String policy, TraceSpec spec, At at) {
    Eye eye = new Eye(spec, at);
    subject.watch(c, policy, spec.level(), spec.schedule(), eye::hears);
    return Optional.ofNullable(eye.sight).orElseThrow(() -> eye.missed());
  }

  private static final class Eye {
    private final At at;
    private final Window window;
    private long number;
    private int asked;
    private Vm machine;
    private Sight sight;

    Eye(TraceSpec spec, At at) {
      this.at = at;
      window = new Window(spec.window(), this::inTrace);
    }

    void hears(Event event, Vm vm) {
      machine = vm;
      window.accept(event);
    }

    private void inTrace(Event event) {
      number++;
      boolean isAsked = Account.isAsked(event);
      asked += isAsked ? 1 : 0;
      if (isThere(event, isAsked)) {
        sight = new Sight(number, event, machine.inspect());
      }
    }

    private boolean isThere(Event event, boolean isAsked) {
      if (at instanceof At.Line line) {
        return line.number() == number;
      }
      return at instanceof At.Collection collection
          ? isAsked && collection.asked() == asked
          : event.kind() == ((At.Only) at).kind();
    }

    InputError missed() {
      if (at instanceof At.Line line) {
        return new InputError("--at", "an event from 1 to " + number, Long.toString(line.number()));
      }
      return at instanceof At.Collection collection
          ? new InputError("--at", collections(asked), "gc " + collection.asked())
          : new InputError("--at", "an event of this trace, from 1 to " + number, "'" + ((At.Only) at).kind().wireName() + "', which it has not");
    }
  }

  /** What collections there are to choose from, in words. */
  public static String collections(int asked) {
    return asked == 0 ? "no gc (the program asks for none)" : "gc 1" + (asked == 1 ? "" : " to gc " + asked);
  }
}
