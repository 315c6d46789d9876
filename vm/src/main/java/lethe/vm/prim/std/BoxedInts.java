package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Int32, Int64 and Nativeint: the same primitives, three widths (ints.c). */
final class BoxedInts {
  private interface Binary {
    long apply(long a, long b);
  }

  private BoxedInts() {}

  static List<Primitive> primitives(IntWidth w) {
    String p = "caml_" + w.stem + "_";
    boolean narrow = w.bits == 32;
    return List.of(
        Primitive.of(p + "neg", (rt, a) -> w.box(rt.heap(), -number(rt, a))),
        binary(w, p + "add", (a, b) -> a + b),
        binary(w, p + "sub", (a, b) -> a - b),
        binary(w, p + "mul", (a, b) -> a * b),
        binary(w, p + "and", (a, b) -> a & b),
        binary(w, p + "or", (a, b) -> a | b),
        binary(w, p + "xor", (a, b) -> a ^ b),
        Primitive.of(p + "div", (rt, a, b) -> w.box(rt.heap(), number(rt, a) / divisor(rt, b))),
        Primitive.of(p + "mod", (rt, a, b) -> w.box(rt.heap(), number(rt, a) % divisor(rt, b))),
        shift(w, p + "shift_left", (a, n) -> narrow ? (int) a << (int) n : a << n),
        shift(w, p + "shift_right", (a, n) -> narrow ? (int) a >> (int) n : a >> n),
        shift(w, p + "shift_right_unsigned", (a, n) -> narrow ? (int) a >>> (int) n : a >>> n),
        Primitive.of(p + "bswap", (rt, a) -> w.box(rt.heap(), swap(w, number(rt, a)))),
        Primitive.of(p + "compare", (rt, a, b) -> Value.ofLong(Long.compare(number(rt, a), number(rt, b)))),
        Primitive.of(p + "of_int", (rt, a) -> w.box(rt.heap(), Value.longOf(a))),
        Primitive.of(p + "to_int", (rt, a) -> Value.ofLong(number(rt, a))),
        Primitive.of(p + "of_float", (rt, a) -> w.box(rt.heap(), w.ofDouble(Boxed.doubleOf(rt.heap(), a)))),
        Primitive.of(p + "to_float", (rt, a) -> Boxed.ofDouble(rt.heap(), (double) number(rt, a))),
        Primitive.of(
            p + "format",
            (rt, format, a) -> IntText.format(rt, format, number(rt, a), w.unsigned(number(rt, a)), w.modifier)),
        Primitive.of(
            p + "of_string", (rt, s) -> w.box(rt.heap(), IntText.parse(rt, s, w.bits, w.module + ".of_string"))));
  }

  /** From one kind to another, and to and from the bits of a float. */
  static List<Primitive> conversions() {
    return List.of(
        convert("caml_int64_of_int32", IntWidth.INT64),
        convert("caml_int64_to_int32", IntWidth.INT32),
        convert("caml_int64_of_nativeint", IntWidth.INT64),
        convert("caml_int64_to_nativeint", IntWidth.NATIVEINT),
        convert("caml_nativeint_of_int32", IntWidth.NATIVEINT),
        convert("caml_nativeint_to_int32", IntWidth.INT32),
        Primitive.of(
            "caml_int32_bits_of_float",
            (rt, d) -> Boxed.ofInt32(rt.heap(), Singles.narrow(Boxed.bitsOf(rt.heap(), d)))),
        Primitive.of(
            "caml_int32_float_of_bits",
            (rt, n) -> Boxed.ofBits(rt.heap(), Singles.widen((int) number(rt, n)))),
        Primitive.of(
            "caml_int64_bits_of_float", (rt, d) -> Boxed.ofInt64(rt.heap(), Boxed.bitsOf(rt.heap(), d))),
        Primitive.of("caml_int64_float_of_bits", (rt, n) -> Boxed.ofBits(rt.heap(), number(rt, n))));
  }

  private static long number(Runtime rt, long v) {
    return Boxed.longOf(rt.heap(), v);
  }

  private static long divisor(Runtime rt, long v) {
    long n = number(rt, v);
    if (n == 0) {
      throw rt.raiseConstant(Predef.DIVISION_BY_ZERO);
    }
    return n;
  }

  private static long swap(IntWidth w, long n) {
    return w.bits == 32 ? Integer.reverseBytes((int) n) : Long.reverseBytes(n);
  }

  private static Primitive binary(IntWidth w, String name, Binary operation) {
    return Primitive.of(
        name,
        (rt, a, b) -> {
          Heap heap = rt.heap();
          return w.box(heap, operation.apply(Boxed.longOf(heap, a), Boxed.longOf(heap, b)));
        });
  }

  /** The count is an OCaml integer and, as on the reference processor, taken modulo the width. */
  private static Primitive shift(IntWidth w, String name, Binary operation) {
    return Primitive.of(
        name, (rt, a, n) -> w.box(rt.heap(), operation.apply(number(rt, a), Value.longOf(n))));
  }

  private static Primitive convert(String name, IntWidth to) {
    return Primitive.of(name, (rt, a) -> to.box(rt.heap(), number(rt, a)));
  }
}
