package lethe.harness.why;

import java.util.Optional;
import lethe.vm.inspect.Why;
import lethe.vm.trace.Event;

/**
 * Something that happened to a loaded instance.
 *
 * @param event that tells it: {@code load}, {@code unload}, {@code keep} or {@code free}
 * @param number its number in the trace of level steps of all units, from 1
 * @param step the instruction inside which it happened, counted from 1
 * @param gc the full collection that decided it, if one did
 * @param why of a {@code keep}: what keeps it
 */
public record Turn(Kind kind, String unit, Event event, long number, long step, Optional<Gc> gc, Optional<Why> why) {
  /** What it was. */
  public enum Kind { LOADED, ASKED, KEPT, FREED }

  /** Was it freed because nothing led to it? */
  public boolean isDeath() {
    return kind == Kind.FREED && gc.isPresent();
  }
}
