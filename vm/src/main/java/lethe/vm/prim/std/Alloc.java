package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.fault.Fault;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Header;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * {@code let rec} of values: a dummy block of the right size first, over which the real one is copied when it is known
 * (alloc.c). The block itself changes, tag and all, so whoever holds it sees the value.
 */
final class Alloc {
  private Alloc() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_alloc_dummy", Alloc::dummy),
        Primitive.of("caml_alloc_dummy_float", Alloc::dummy),
        Primitive.of("caml_alloc_dummy_function", (rt, size, arity) -> dummy(rt, size)),
        Primitive.of("caml_alloc_dummy_infix", Alloc::dummyInfix),
        Primitive.of("caml_update_dummy", Alloc::update));
  }

  private static long dummy(Runtime rt, long size) {
    return rt.heap().allocate(Value.intOf(size), 0);
  }

  /** A dummy for the function at an offset, in words, of a block of several functions. */
  private static long dummyInfix(Runtime rt, long size, long offset) {
    Heap heap = rt.heap();
    int sizeWords = Value.intOf(size);
    int offsetWords = Value.intOf(offset);
    long block = heap.allocate(sizeWords, Tag.CLOSURE);
    // Closure information that names the end as start of the environment: there is none yet.
    heap.setWordAt(block, 1, Value.ofLong(sizeWords));
    if (offsetWords == 0) {
      return block;
    }
    heap.setWordAt(block, offsetWords - 1, Header.of(offsetWords, Header.WHITE, Tag.INFIX));
    return block + 8L * offsetWords;
  }

  private static long update(Runtime rt, long dummy, long value) {
    Heap heap = rt.heap();
    int tag = heap.tag(value);
    if (tag == Tag.INFIX) {
      copy(rt, whole(heap, dummy), whole(heap, value), Tag.CLOSURE);
    } else {
      copy(rt, dummy, value, tag);
    }
    return Value.UNIT;
  }

  /** The block that an infix pointer points into; any other block is itself. */
  static long whole(Heap heap, long block) {
    return heap.tag(block) == Tag.INFIX ? block - 8L * heap.sizeWords(block) : block;
  }

  private static void copy(Runtime rt, long dummy, long value, int tag) {
    Heap heap = rt.heap();
    int size = heap.sizeWords(value);
    if (size > heap.sizeWords(dummy)) {
      // The C runtime would write over the next block.
      throw new Fault(
          Fault.Kind.MEMORY,
          "",
          "caml_update_dummy: a value of " + size + " words over a dummy of " + heap.sizeWords(dummy) + " at "
              + rt.siteName());
    }
    if (heap.tag(dummy) != tag) {
      heap.setTag(dummy, tag);
    }
    for (int i = 0; i < size; i++) {
      if (tag >= Tag.NO_SCAN) {
        heap.setWordAt(dummy, i, heap.wordAt(value, i));
      } else {
        heap.setField(dummy, i, heap.field(value, i));
      }
    }
  }
}
