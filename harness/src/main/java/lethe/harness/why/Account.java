package lethe.harness.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.ours.LetheSubject;
import lethe.harness.subject.CaseRun;
import lethe.vm.Vm;
import lethe.vm.inspect.Why;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Level;

/**
 * What became of loaded code in one run.
 *
 * @param turns in their order
 * @param asked how many full collections the program asked for
 * @param fault that ended the run
 * @param run with what the witness saw: instances that were freed while a code address led to them
 */
public record Account(String policy, List<Turn> turns, int asked, Optional<Event> fault, CaseRun run) {
  public Account {
    turns = List.copyOf(turns);
  }

  /** Runs the case and listens. */
  public static Account of(LetheSubject subject, Case c, String policy, String schedule) {
    Listener listener = new Listener();
    CaseRun run = subject.watch(c, policy, Level.STEPS, schedule, listener::hears);
    return new Account(policy, listener.turns, listener.asked, Optional.ofNullable(listener.fault), run);
  }

  /** The instances that were loaded, in their order. */
  public List<String> units() {
    return turns.stream().filter(turn -> turn.kind() == Turn.Kind.LOADED).map(Turn::unit).toList();
  }

  /** The turn from which on a search for the last reference of a dead instance starts: the last keep before, or its load. */
  Turn lastSeenAlive(Turn death) {
    return turns.stream()
        .filter(turn -> turn.unit().equals(death.unit()) && turn.number() < death.number())
        .filter(turn -> turn.kind() == Turn.Kind.KEPT || turn.kind() == Turn.Kind.LOADED)
        .reduce((a, b) -> b).orElseThrow();
  }

  private static final class Listener {
    private final List<Turn> turns = new ArrayList<>();
    private long number;
    private long step;
    private int asked;
    private Gc gc;
    private Event fault;

    void hears(Event event, Vm vm) {
      number++;
      switch (event.kind()) {
        case STEP -> step++;
        case LOAD -> turn(Turn.Kind.LOADED, event, Optional.empty());
        case UNLOAD -> turn(Turn.Kind.ASKED, event, Optional.empty());
        case GC -> begin(event);
        case KEEP -> turn(Turn.Kind.KEPT, event, Optional.of(vm.why((String) event.subject())));
        case FREE -> turn(Turn.Kind.FREED, event, Optional.empty());
        case SWEPT -> gc = null;
        case FAULT -> fault = event;
        default -> { }
      }
    }

    private void begin(Event event) {
      if (isFull(event)) {
        boolean isAsked = isAsked(event);
        asked += isAsked ? 1 : 0;
        gc = new Gc(isAsked ? asked : 0, event.text("cause"));
      }
    }

    private void turn(Turn.Kind kind, Event event, Optional<Why> why) {
      turns.add(new Turn(kind, (String) event.subject(), event, number, step, Optional.ofNullable(gc), why));
    }
  }

  /** Is it the start of a full collection? */
  static boolean isFull(Event event) {
    return event.kind() == EventKind.GC && event.text("gc").equals("full");
  }

  /** Is it the start of a full collection that the program asks for? */
  static boolean isAsked(Event event) {
    return isFull(event) && event.text("cause").equals("program");
  }
}
