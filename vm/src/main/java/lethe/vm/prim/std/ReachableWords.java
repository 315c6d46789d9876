package lethe.vm.prim.std;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** The size of all that a value refers to (extern.c, caml_obj_reachable_words). */
final class ReachableWords {
  private static final int CLOSURE_INFORMATION = 1;

  private final Heap heap;
  private final Set<Long> seen = new HashSet<>();
  private final Deque<Long> open = new ArrayDeque<>();
  private long words;

  private ReachableWords(Heap heap) {
    this.heap = heap;
  }

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_obj_reachable_words", (rt, v) -> Value.ofLong(new ReachableWords(rt.heap()).from(v))));
  }

  /** Words with headers; blocks without fields, which are no part of the heap, count nothing. */
  private long from(long value) {
    reach(value);
    while (!open.isEmpty()) {
      long block = open.pop();
      int size = heap.sizeWords(block);
      words += 1 + size;
      int tag = heap.tag(block);
      if (tag < Tag.NO_SCAN) {
        for (int i = tag == Tag.CLOSURE ? environment(block, size) : 0; i < size; i++) {
          reach(heap.field(block, i));
        }
      }
    }
    return words;
  }

  private int environment(long closure, int size) {
    long information = size > CLOSURE_INFORMATION ? heap.wordAt(closure, CLOSURE_INFORMATION) : 0;
    return (int) Math.min((information << 8) >>> 9, size);
  }

  private void reach(long word) {
    if (Value.isBlock(word)) {
      long block = heap.tag(word) == Tag.INFIX ? word - 8L * heap.sizeWords(word) : word;
      if (heap.sizeWords(block) > 0 && seen.add(block)) {
        open.push(block);
      }
    }
  }
}
