package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.GcCounts;
import lethe.vm.heap.Heap;
import lethe.vm.heap.HeapStatistics;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/**
 * Collections that the program asks for, parameters and counts (gc_ctrl.c). Each collection runs what is pending before it
 * returns. The major collector here is not incremental: a slice is a minor collection and, if one is due, a full one; there is no
 * work in buckets and no credit. Blocks do not move, so Gc.compact compacts nothing and counts no compaction.
 */
final class GcCtrl {
  /** What the program asked for in this machine. */
  private static final class State {
    private int forcedCollections;
    private boolean warnings;
  }

  private GcCtrl() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_gc_minor", GcCtrl::minor),
        Primitive.of("caml_gc_major", GcCtrl::major),
        Primitive.of("caml_gc_full_major", GcCtrl::fullMajor),
        Primitive.of("caml_gc_compaction", GcCtrl::fullMajor),
        Primitive.of("caml_gc_major_slice", GcCtrl::slice),
        Primitive.of("caml_gc_get", (rt, unit) -> GcParameters.of(rt).record(rt)),
        Primitive.of("caml_gc_set", GcCtrl::set),
        Primitive.of("caml_gc_minor_words", (rt, unit) -> words(rt.heap(), rt.heap().counts().minorWords())),
        Primitive.of("caml_gc_counters", GcCtrl::counters),
        Primitive.of("caml_gc_quick_stat", (rt, unit) -> statistics(rt, new HeapStatistics(0, 0, 0, 0, 0, 0))),
        Primitive.of("caml_gc_stat", (rt, unit) -> statistics(rt, rt.heap().statistics())),
        Primitive.of("caml_gc_huge_fallback_count", (rt, unit) -> Value.ofLong(0)),
        Primitive.of("caml_get_minor_free", (rt, unit) -> Value.ofLong(rt.heap().minorFreeWords())),
        Primitive.of("caml_get_major_bucket", GcCtrl::bucket),
        Primitive.of("caml_get_major_credit", (rt, n) -> Value.ofLong(0)),
        Primitive.of(
            "caml_runtime_parameters",
            (rt, unit) ->
                Text.ofUtf8(rt.heap(), GcParameters.of(rt).runtimeParameters(rt, state(rt).warnings))),
        Primitive.of("caml_runtime_variant", (rt, unit) -> Text.ofUtf8(rt.heap(), "")),
        Primitive.of("caml_ml_enable_runtime_warnings", GcCtrl::enableWarnings),
        Primitive.of("caml_ml_runtime_warnings_enabled", (rt, unit) -> Value.ofBoolean(state(rt).warnings)));
  }

  private static State state(Runtime rt) {
    return rt.state(State.class, State::new);
  }

  private static long minor(Runtime rt, long unit) {
    rt.heap().collectMinor(GcCause.PROGRAM);
    rt.pending().run();
    return Value.UNIT;
  }

  private static long major(Runtime rt, long unit) {
    rt.heap().collectFull(GcCause.PROGRAM);
    rt.pending().run();
    return Value.UNIT;
  }

  private static long fullMajor(Runtime rt, long unit) {
    state(rt).forcedCollections++;
    rt.pending().collectFully(GcCause.PROGRAM);
    return Value.UNIT;
  }

  private static long slice(Runtime rt, long amount) {
    rt.heap().collectMinor(GcCause.PROGRAM);
    rt.heap().collectIfDue();
    rt.pending().run();
    return Value.ofLong(0);
  }

  private static long set(Runtime rt, long record) {
    GcParameters.of(rt).set(rt, record);
    rt.pending().run();
    return Value.UNIT;
  }

  private static long bucket(Runtime rt, long n) {
    if (Value.longOf(n) < 0) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, "Gc.get_bucket");
    }
    return Value.ofLong(0);
  }

  /** Warnings of the runtime itself, of which this machine has none. */
  private static long enableWarnings(Runtime rt, long on) {
    state(rt).warnings = on != Value.FALSE;
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

  /** A record of type Gc.stat. */
  private static long statistics(Runtime rt, HeapStatistics found) {
    Heap heap = rt.heap();
    GcCounts counts = heap.counts();
    long counters = counters(rt, Value.UNIT);
    int chunks = 1;
    int compactions = 0;
    return Boxed.tuple(
        heap,
        heap.field(counters, 0),
        heap.field(counters, 1),
        heap.field(counters, 2),
        Value.ofLong(counts.minorCollections()),
        Value.ofLong(counts.fullCollections()),
        Value.ofLong(heap.majorAreaWords()),
        Value.ofLong(chunks),
        Value.ofLong(found.liveWords()),
        Value.ofLong(found.liveBlocks()),
        Value.ofLong(found.freeWords()),
        Value.ofLong(found.freeBlocks()),
        Value.ofLong(found.largestFreeWords()),
        Value.ofLong(found.fragments()),
        Value.ofLong(compactions),
        Value.ofLong(heap.majorAreaWords()),
        Value.ofLong(rt.stackSize().usedWords()),
        Value.ofLong(state(rt).forcedCollections));
  }
}
