package lethe.vm.prim.std;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Backtraces;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.prim.SourceLocation;
import lethe.vm.value.Value;

/**
 * Backtraces for OCaml code (backtrace.c). A slot is a code address that looks like an integer: it keeps no code alive, and
 * the address knows when that code is gone.
 */
final class Backtrace {
  private Backtrace() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_record_backtrace", Backtrace::record),
        Primitive.of(
            "caml_backtrace_status", (Runtime rt, long unit) -> Value.ofBoolean(rt.backtraces().isActive())),
        // Debug events that are missing or cannot be read are no error here.
        Primitive.of("caml_ml_debug_info_status", (Runtime rt, long unit) -> Value.ofLong(0)),
        Primitive.of("caml_get_exception_raw_backtrace", Backtrace::ofException),
        Primitive.of("caml_get_exception_backtrace", Backtrace::convertedOfException),
        Primitive.of("caml_restore_raw_backtrace", Backtrace::restore),
        Primitive.of("caml_get_current_callstack", Backtrace::callStack),
        Primitive.of(
            "caml_raw_backtrace_length", (Runtime rt, long trace) -> Value.ofLong(rt.heap().sizeWords(trace))),
        Primitive.of("caml_raw_backtrace_slot", Backtrace::slot),
        // Bytecode inlines nothing.
        Primitive.of("caml_raw_backtrace_next_slot", (Runtime rt, long slot) -> Value.UNIT),
        Primitive.of(
            "caml_convert_raw_backtrace_slot", (Runtime rt, long slot) -> converted(rt, addressOf(slot))),
        Primitive.of("caml_convert_raw_backtrace", Backtrace::convert));
  }

  private static long record(Runtime rt, long flag) {
    rt.backtraces().setActive(Value.longOf(flag) != 0);
    return Value.UNIT;
  }

  private static long slotOf(long address) {
    return address | 1;
  }

  private static long addressOf(long slot) {
    return slot & ~1L;
  }

  private static long block(Heap heap, long[] words) {
    long block = heap.allocate(words.length, 0);
    for (int i = 0; i < words.length; i++) {
      heap.init(block, i, words[i]);
    }
    return block;
  }

  /** An array of slots. */
  static long ofAddresses(Heap heap, long[] addresses) {
    return block(heap, Arrays.stream(addresses).map(Backtrace::slotOf).toArray());
  }

  private static long[] addresses(Heap heap, long trace) {
    long[] addresses = new long[heap.sizeWords(trace)];
    Arrays.setAll(addresses, i -> addressOf(heap.field(trace, i)));
    return addresses;
  }

  private static long ofException(Runtime rt, long unit) {
    return ofAddresses(rt.heap(), rt.backtraces().recorded());
  }

  /** Some array of locations. */
  private static long convertedOfException(Runtime rt, long unit) {
    return Boxed.tuple(rt.heap(), convertAll(rt, rt.backtraces().recorded()));
  }

  private static long restore(Runtime rt, long exn, long trace) {
    rt.backtraces().restore(exn, addresses(rt.heap(), trace));
    return Value.UNIT;
  }

  private static long callStack(Runtime rt, long most) {
    int frames = (int) Math.max(0, Math.min(Value.longOf(most), Integer.MAX_VALUE));
    return ofAddresses(rt.heap(), rt.backtraces().callStack(frames));
  }

  private static long slot(Runtime rt, long trace, long index) {
    long i = Value.longOf(index);
    if (i < 0 || i >= rt.heap().sizeWords(trace)) {
      throw rt.raiseWithString(
          Predef.INVALID_ARGUMENT, "Printexc.get_raw_backtrace_slot: index out of bounds");
    }
    return rt.heap().field(trace, (int) i);
  }

  private static long convert(Runtime rt, long trace) {
    return convertAll(rt, addresses(rt.heap(), trace));
  }

  private static long convertAll(Runtime rt, long[] addresses) {
    return block(rt.heap(), Arrays.stream(addresses).map(address -> converted(rt, address)).toArray());
  }

  /** Known_location of 7 fields, or Unknown_location: the constructors of Printexc.backtrace_slot. */
  private static long converted(Runtime rt, long address) {
    Heap heap = rt.heap();
    Backtraces backtraces = rt.backtraces();
    long isRaise = Value.ofBoolean(backtraces.isRaise(address));
    Optional<SourceLocation> location = backtraces.location(address);
    if (location.isEmpty()) {
      long unknown = heap.allocate(1, 1);
      heap.init(unknown, 0, isRaise);
      return unknown;
    }
    SourceLocation l = location.get();
    return Boxed.tuple(
        heap,
        isRaise,
        Text.ofLatin(heap, l.file()),
        Value.ofLong(l.line()),
        Value.ofLong(l.startChar()),
        Value.ofLong(l.endChar()),
        Value.FALSE,
        Text.ofLatin(heap, l.definition()));
  }
}
