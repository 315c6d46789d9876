package lethe.harness.law;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventSink;

/** Compares a trace with one that is known, while it is made: of the new one only the first difference is kept. */
final class Comparison implements EventSink {
  private static final String END = "(end)";

  private final String name;
  private final Function<Event, Optional<String>> projection;
  private final List<String> expected;
  private int at;
  private String found;

  /**
   * @param name of the projection
   * @param projection what is left of an event
   * @param expected what is left of the trace that is known
   */
  Comparison(String name, Function<Event, Optional<String>> projection, List<String> expected) {
    this.name = name;
    this.projection = projection;
    this.expected = expected;
  }

  @Override
  public void accept(Event event) {
    if (found == null) {
      projection.apply(event).ifPresent(this::compare);
    }
  }

  private void compare(String line) {
    if (at < expected.size() && expected.get(at).equals(line)) {
      at++;
    } else {
      found = line;
    }
  }

  /**
   * When the trace is over: its first difference in three lines, empty if there is none.
   *
   * @param leftName what the trace that is known is, {@code schedule none}
   */
  Optional<List<String>> difference(String leftName, String rightName) {
    if (found == null && at == expected.size()) {
      return Optional.empty();
    }
    return Optional.of(List.of(
        "event " + (at + 1) + " of the projection \"" + name + "\" differs",
        leftName + ": " + (at < expected.size() ? expected.get(at) : END),
        rightName + ": " + (found == null ? END : found)));
  }
}
