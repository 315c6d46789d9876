package lethe.harness.subject;

import java.util.ArrayList;
import java.util.List;
import lethe.harness.corpus.Case;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;
import lethe.vm.trace.TraceDigest;
import lethe.vm.trace.Window;

/**
 * A run with its trace.
 *
 * @param events of all units, at the level asked for
 * @param effectsSha256 digest of the whole trace at level effects, whatever level was recorded
 */
public record Recording(String policy, CaseRun run, List<Event> events, String effectsSha256) {
  public Recording {
    events = List.copyOf(events);
  }

  /** Runs the case and keeps its events. */
  public static Recording of(Subject subject, Case c, String policy, Level level, String schedule) {
    List<Event> events = new ArrayList<>();
    TraceDigest digest = new TraceDigest();
    EventSink effects = event -> {
      if (event.kind().level() == Level.EFFECTS) {
        digest.accept(event.kind() == EventKind.LETHE ? event.with("level", Level.EFFECTS.toString()) : event);
      }
    };
    CaseRun run = subject.run(c, policy, new RunOptions(level, schedule, effects.and(events::add)));
    return new Recording(policy, run, events, digest.finish().whole());
  }

  /** The events of the units that the case's window keeps. */
  public List<Event> inWindow(Case c) {
    List<Event> kept = new ArrayList<>();
    Window window = new Window(c.window(), kept::add);
    events.forEach(window::accept);
    return kept;
  }
}
