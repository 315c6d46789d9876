package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.GcCounts;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Collections that the program asks for, and counts (gc_ctrl.c). There is nothing to be set. */
final class GcCtrl {
  private GcCtrl() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_gc_minor", GcCtrl::minor),
        Primitive.of("caml_gc_major", GcCtrl::full),
        Primitive.of("caml_gc_full_major", GcCtrl::full),
        Primitive.of("caml_gc_compaction", GcCtrl::full),
        Primitive.of(
            "caml_gc_minor_words",
            (rt, unit) -> Boxed.ofDouble(rt.heap(), (double) rt.heap().counts().minorWords())),
        Primitive.of("caml_gc_counters", GcCtrl::counters),
        Primitive.of("caml_gc_quick_stat", GcCtrl::quickStat),
        Primitive.of("caml_runtime_variant", (rt, unit) -> Text.ofUtf8(rt.heap(), "")));
  }

  private static long minor(Runtime rt, long unit) {
    rt.heap().collectMinor(GcCause.PROGRAM);
    return Value.UNIT;
  }

  private static long full(Runtime rt, long unit) {
    rt.heap().collectFull(GcCause.PROGRAM);
    return Value.UNIT;
  }

  private static long words(Heap heap, long count) {
    return Boxed.ofDouble(heap, (double) count);
  }

  /** Words allocated in the minor area, promoted, and come into the major area: promoted ones too. */
  private static long counters(Runtime rt, long unit) {
    Heap heap = rt.heap();
    GcCounts counts = heap.counts();
    long minor = counts.minorWords();
    long promoted = counts.promotedWords();
    long major = counts.majorWords() + promoted;
    return Boxed.tuple(heap, words(heap, minor), words(heap, promoted), words(heap, major));
  }

  /** Gc.stat's record with zeros where a traversal of the heap would be needed, as documented. */
  private static long quickStat(Runtime rt, long unit) {
    Heap heap = rt.heap();
    GcCounts counts = heap.counts();
    long counters = counters(rt, unit);
    long zero = Value.ofLong(0);
    return Boxed.tuple(
        heap,
        heap.field(counters, 0),
        heap.field(counters, 1),
        heap.field(counters, 2),
        Value.ofLong(counts.minorCollections()),
        Value.ofLong(counts.fullCollections()),
        Value.ofLong(counts.heapWords()),
        Value.ofLong(1),
        zero, zero, zero, zero, zero, zero, zero,
        Value.ofLong(counts.heapWords()),
        zero, zero);
  }
}
