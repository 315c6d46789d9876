package lethe.vm.prim.std;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.prim.DebugEvent;
import lethe.vm.prim.SourceLocation;
import lethe.vm.value.Value;

/** Debug events that a program has in its heap, as it hands them over with code (instruct.mli, debug_event). */
final class Events {
  private final Heap heap;

  private Events(Heap heap) {
    this.heap = heap;
  }

  /** Those of an array of lists, as values that the collector need not know. */
  static List<DebugEvent> of(Heap heap, long arrayOfLists) {
    Events reader = new Events(heap);
    List<DebugEvent> events = new ArrayList<>();
    for (int i = 0; i < heap.sizeWords(arrayOfLists); i++) {
      for (long event : OcamlList.elements(heap, heap.field(arrayOfLists, i))) {
        events.add(reader.event(event));
      }
    }
    return events;
  }

  /** Fields: 0 offset in bytes, 2 location, 4 name of the definition. */
  private DebugEvent event(long event) {
    long location = heap.field(event, 2);
    long start = heap.field(location, 0);
    long end = heap.field(location, 1);
    int line = integer(start, 2);
    return new DebugEvent(
        integer(event, 0) / Integer.BYTES,
        new SourceLocation(
            Text.latin(heap, heap.field(start, 0)),
            integer(start, 1),
            integer(start, 3) - line,
            integer(end, 3) - line,
            Text.latin(heap, heap.field(event, 4))));
  }

  private int integer(long block, int field) {
    return Value.intOf(heap.field(block, field));
  }
}
