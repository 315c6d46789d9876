package lethe.harness.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lethe.vm.inspect.Inspection;
import lethe.vm.inspect.KeepingPath;
import lethe.vm.trace.Event;

/**
 * The last reference that a dead instance lost: of all instructions before its death, the last at whose start a path led to it.
 *
 * @param number of its event {@code step}, in the trace of level steps of all units
 * @param step that event: the site, the instruction
 * @param path that there still was
 * @param loss what the instruction did to it
 * @param effects the events inside the instruction, those of functions that it ran left out
 * @param stride 1 if every instruction was looked at; else how far apart the first looks lay, so that a path that came back between
 *     two later looks, and went again, would have been missed
 */
public record LastReference(
    long number, Event step, KeepingPath path, Loss loss, List<Event> effects, long stride) {
  /**
   * The link of a path that is broken. An instruction may break several, since it overwrites accu as well, say: this is the one
   * nearest to the target that holds something else now, for that one was shared by all paths that went there; if none does, the
   * first whose place is gone.
   *
   * @param place {@code cell 0}, {@code field 2 of clo@plugin+3.1}
   * @param held what it referred to, through which the path went
   * @param now what stands there instead; empty if the place is gone: popped, or its block
   */
  public record Loss(String place, String held, Optional<String> now) {
    /** Compares a path with what there is after it has been broken. */
    static Loss of(KeepingPath path, Inspection after) {
      List<Loss> links = new ArrayList<>();
      links.add(new Loss(path.root().place(), target(path, 0), after.valueAt(path.root())));
      for (KeepingPath.Step step : path.steps()) {
        String target = target(path, links.size());
        links.add(new Loss(step.way() + " of " + step.block(), target, after.valueAt(step)));
      }
      return links.stream().filter(link -> link.now().isPresent() && link.isBroken()).reduce((a, b) -> b)
          .or(() -> links.stream().filter(Loss::isBroken).findFirst())
          .or(() -> keyDied(path))
          .orElseThrow(() -> new IllegalStateException("a path that has gone without a broken link: " + path));
    }

    /** An ephemeron still holds its data when a key has died, until a collection notices it. */
    private static Optional<Loss> keyDied(KeepingPath path) {
      return IntStream.range(0, path.steps().size()).filter(i -> path.steps().get(i).via() == KeepingPath.Via.DATA).boxed()
          .reduce((a, b) -> b)
          .map(i -> new Loss("a live key of " + path.steps().get(i).block(), target(path, i + 1), Optional.empty()));
    }

    private boolean isBroken() {
      return now.filter(this::leadsOn).isEmpty();
    }

    /** A function inside a closure leads to the closure; a code address, where the policy looks it up, to the handle. */
    private boolean leadsOn(String value) {
      String unit = held.replaceFirst("^handle of ", "");
      return value.equals(held) || value.startsWith(held + "/") || value.startsWith(unit + "+");
    }

    private static String target(KeepingPath path, int i) {
      return i < path.steps().size() ? path.steps().get(i).block() : path.target();
    }

    /** {@code cell 0, which led to clo@plugin+3.1, holds 0}. */
    @Override
    public String toString() {
      return place + ", which led to " + held + now.map(value -> ", holds " + value).orElse(", is gone");
    }
  }

  public LastReference {
    effects = List.copyOf(effects);
  }
}
