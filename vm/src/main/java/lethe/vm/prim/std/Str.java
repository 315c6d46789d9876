package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Strings and bytes (str.c). The two have the same primitives under two names. */
final class Str {
  private Str() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_ml_string_length", Str::length),
        Primitive.of("caml_ml_bytes_length", Str::length),
        Primitive.of("caml_create_bytes", (rt, n) -> create(rt, n, "Bytes.create")),
        Primitive.of("caml_create_string", (rt, n) -> create(rt, n, "String.create")),
        Primitive.of("caml_string_of_bytes", (rt, s) -> s),
        Primitive.of("caml_bytes_of_string", (rt, s) -> s),
        Primitive.of("caml_string_get", Str::get),
        Primitive.of("caml_bytes_get", Str::get),
        Primitive.of("caml_string_set", Str::set),
        Primitive.of("caml_bytes_set", Str::set),
        Primitive.of("caml_string_get16", Str::get16),
        Primitive.of("caml_bytes_get16", Str::get16),
        Primitive.of("caml_string_get32", Str::get32),
        Primitive.of("caml_bytes_get32", Str::get32),
        Primitive.of("caml_string_get64", Str::get64),
        Primitive.of("caml_bytes_get64", Str::get64),
        Primitive.of("caml_bytes_set16", (rt, s, i, n) -> setBytes(rt, s, i, Value.longOf(n), 2)),
        Primitive.of("caml_bytes_set32", (rt, s, i, n) -> setBytes(rt, s, i, Boxed.longOf(rt.heap(), n), 4)),
        Primitive.of("caml_bytes_set64", (rt, s, i, n) -> setBytes(rt, s, i, Boxed.longOf(rt.heap(), n), 8)),
        Primitive.of("caml_blit_string", Str::blit),
        Primitive.of("caml_blit_bytes", Str::blit),
        Primitive.of("caml_fill_string", Str::fill),
        Primitive.of("caml_fill_bytes", Str::fill),
        Primitive.of("caml_string_equal", Str::equal),
        Primitive.of("caml_bytes_equal", Str::equal),
        Primitive.of("caml_string_notequal", Str::notEqual),
        Primitive.of("caml_bytes_notequal", Str::notEqual),
        Primitive.of("caml_string_compare", Str::compare),
        Primitive.of("caml_bytes_compare", Str::compare),
        Primitive.of("caml_string_lessthan", Str::lessThan),
        Primitive.of("caml_bytes_lessthan", Str::lessThan),
        Primitive.of("caml_string_lessequal", Str::lessEqual),
        Primitive.of("caml_bytes_lessequal", Str::lessEqual),
        Primitive.of("caml_string_greaterthan", Str::greaterThan),
        Primitive.of("caml_bytes_greaterthan", Str::greaterThan),
        Primitive.of("caml_string_greaterequal", Str::greaterEqual),
        Primitive.of("caml_bytes_greaterequal", Str::greaterEqual));
  }

  private static long length(Runtime rt, long s) {
    return Value.ofLong(rt.heap().byteLength(s));
  }

  private static long create(Runtime rt, long n, String function) {
    return rt.heap().allocateBytes(Bounds.sizeBytes(rt, Value.longOf(n), function));
  }

  private static long get(Runtime rt, long s, long i) {
    Heap heap = rt.heap();
    return Value.ofLong(heap.byteAt(s, Bounds.index(rt, i, 1, heap.byteLength(s))));
  }

  private static long set(Runtime rt, long s, long i, long c) {
    return setBytes(rt, s, i, Value.longOf(c), 1);
  }

  private static long get16(Runtime rt, long s, long i) {
    return Value.ofLong(getBytes(rt, s, i, 2));
  }

  private static long get32(Runtime rt, long s, long i) {
    return Boxed.ofInt32(rt.heap(), (int) getBytes(rt, s, i, 4));
  }

  private static long get64(Runtime rt, long s, long i) {
    return Boxed.ofInt64(rt.heap(), getBytes(rt, s, i, 8));
  }

  private static long getBytes(Runtime rt, long s, long i, int count) {
    Heap heap = rt.heap();
    int at = Bounds.index(rt, i, count, heap.byteLength(s));
    long n = 0;
    for (int k = count - 1; k >= 0; k--) {
      n = (n << 8) | heap.byteAt(s, at + k);
    }
    return n;
  }

  private static long setBytes(Runtime rt, long s, long i, long n, int count) {
    Heap heap = rt.heap();
    int at = Bounds.index(rt, i, count, heap.byteLength(s));
    for (int k = 0; k < count; k++) {
      heap.setByteAt(s, at + k, (int) (n >> (8 * k)));
    }
    return Value.UNIT;
  }

  /** Unchecked, as in C: the module String has looked. */
  private static long blit(Runtime rt, long from, long fromOffset, long to, long toOffset, long length) {
    rt.heap().copyBytes(from, Value.intOf(fromOffset), to, Value.intOf(toOffset), Value.intOf(length));
    return Value.UNIT;
  }

  private static long fill(Runtime rt, long s, long offset, long length, long c) {
    Heap heap = rt.heap();
    int from = Value.intOf(offset);
    int end = from + Value.intOf(length);
    for (int i = from; i < end; i++) {
      heap.setByteAt(s, i, Value.intOf(c));
    }
    return Value.UNIT;
  }

  /** Whole words, the padding with them. */
  private static boolean same(Heap heap, long a, long b) {
    int size = heap.sizeWords(a);
    if (a == b) {
      return true;
    }
    if (size != heap.sizeWords(b)) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (heap.wordAt(a, i) != heap.wordAt(b, i)) {
        return false;
      }
    }
    return true;
  }

  /** Bytes as unsigned, then lengths: -1, 0 or 1. */
  static int order(Heap heap, long a, long b) {
    if (a == b) {
      return 0;
    }
    int lengthA = heap.byteLength(a);
    int lengthB = heap.byteLength(b);
    int common = Math.min(lengthA, lengthB);
    int i = 0;
    while (i + 8 <= common && heap.wordAt(a, i >> 3) == heap.wordAt(b, i >> 3)) {
      i += 8;
    }
    for (; i < common; i++) {
      int difference = heap.byteAt(a, i) - heap.byteAt(b, i);
      if (difference != 0) {
        return Integer.signum(difference);
      }
    }
    return Integer.compare(lengthA, lengthB);
  }

  private static long equal(Runtime rt, long a, long b) {
    return Value.ofBoolean(same(rt.heap(), a, b));
  }

  private static long notEqual(Runtime rt, long a, long b) {
    return Value.ofBoolean(!same(rt.heap(), a, b));
  }

  private static long compare(Runtime rt, long a, long b) {
    return Value.ofLong(order(rt.heap(), a, b));
  }

  private static long lessThan(Runtime rt, long a, long b) {
    return Value.ofBoolean(order(rt.heap(), a, b) < 0);
  }

  private static long lessEqual(Runtime rt, long a, long b) {
    return Value.ofBoolean(order(rt.heap(), a, b) <= 0);
  }

  private static long greaterThan(Runtime rt, long a, long b) {
    return Value.ofBoolean(order(rt.heap(), a, b) > 0);
  }

  private static long greaterEqual(Runtime rt, long a, long b) {
    return Value.ofBoolean(order(rt.heap(), a, b) >= 0);
  }
}
