package lethe.vm.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lethe.vm.fault.InputError;
import lethe.vm.format.SourceEvent;
import lethe.vm.interp.DebugInfo;
import lethe.vm.prim.DebugEvent;
import lethe.vm.prim.SourceLocation;

/** Debug events by offset. They are read when somebody asks for the first time; what cannot be read is not there. */
final class SourceMap {
  private static final Comparator<DebugEvent> ORDER =
      Comparator.comparingInt(DebugEvent::offsetInts)
          .thenComparingInt(e -> e.location().line())
          .thenComparingInt(e -> e.location().startChar())
          .thenComparingInt(e -> e.location().endChar());

  private Supplier<List<DebugEvent>> source;
  private List<DebugEvent> events;

  SourceMap(Supplier<List<DebugEvent>> source) {
    this.source = source;
  }

  static SourceMap ofFile(Supplier<List<SourceEvent>> source) {
    return new SourceMap(() -> source.get().stream().map(SourceMap::event).toList());
  }

  private static DebugEvent event(SourceEvent e) {
    return new DebugEvent(
        e.offsetInts(), new SourceLocation(e.file(), e.line(), e.startChar(), e.endChar(), e.definition()));
  }

  /** The events of a block that starts at an offset in the code that these are for. */
  DebugInfo from(int startInts) {
    return offset -> at(startInts + offset);
  }

  /**
   * The event at the offset, or one int behind it: the compiler sometimes moves an event past a PUSH (backtrace_byt.c). Of
   * several at one offset, the one that the runtime's search ends at: the last.
   */
  private Optional<SourceLocation> at(int offset) {
    int low = lastNotBehind(offset);
    if (low >= 0 && events.get(low).offsetInts() == offset) {
      return Optional.of(events.get(low).location());
    }
    int next = low + 1;
    return next < events.size() && events.get(next).offsetInts() == offset + 1
        ? Optional.of(events.get(next).location())
        : Optional.empty();
  }

  private int lastNotBehind(int offset) {
    read();
    int low = -1;
    int high = events.size();
    while (low + 1 < high) {
      int middle = (low + high) >>> 1;
      if (events.get(middle).offsetInts() <= offset) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void read() {
    if (events == null) {
      List<DebugEvent> sorted = new ArrayList<>();
      try {
        sorted.addAll(source.get());
      } catch (InputError e) {
        sorted.clear();
      }
      sorted.sort(ORDER);
      events = sorted;
      source = null;
    }
  }
}
