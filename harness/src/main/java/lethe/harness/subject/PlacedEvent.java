package lethe.harness.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lethe.harness.corpus.Case;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;
import lethe.vm.trace.Window;

/**
 * An event of a run, and where the program was.
 *
 * @param site the instruction that was executing; empty before the first one and when the program has ended
 */
public record PlacedEvent(Event event, Optional<String> site) {
  /**
   * Runs a case with its own schedule, and keeps the events of a level about some units.
   *
   * @param units all if empty
   */
  public static List<PlacedEvent> of(Subject subject, Case c, String policy, Level level, Set<String> units) {
    List<PlacedEvent> placed = new ArrayList<>();
    subject.run(c, policy, new RunOptions(Level.STEPS, c.schedule(), new Placing(level, units, placed)));
    return placed;
  }

  /** Hears every step, so as to know the place of what comes behind it. */
  private static final class Placing implements EventSink {
    private final Level level;
    private final EventSink window;
    private Optional<String> site = Optional.empty();

    Placing(Level level, Set<String> units, List<PlacedEvent> placed) {
      this.level = level;
      this.window = new Window(units, event -> placed.add(new PlacedEvent(event, site)));
    }

    @Override
    public void accept(Event event) {
      if (event.kind() == EventKind.STEP) {
        site = Optional.of(event.text("step"));
      } else if (isBehindTheEnd(event)) {
        site = Optional.empty();
      }
      if (level.includes(event.kind().level())) {
        window.accept(event.kind() == EventKind.LETHE ? event.with("level", level.toString()) : event);
      }
    }

    private static boolean isBehindTheEnd(Event event) {
      return event.kind() == EventKind.END || (event.kind() == EventKind.GC && event.text("cause").equals("closing"));
    }
  }
}
