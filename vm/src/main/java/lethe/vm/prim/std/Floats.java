package lethe.vm.prim.std;

import java.util.List;
import java.util.OptionalDouble;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Floats: arithmetic, comparison, text (floats.c). The mathematical functions are in {@link FloatFunctions}. */
final class Floats {
  private static final long SIGN = 1L << 63;

  private Floats() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_add_float", (rt, a, b) -> result(rt, a, b, of(rt, a) + of(rt, b))),
        Primitive.of("caml_sub_float", (rt, a, b) -> result(rt, a, b, of(rt, a) - of(rt, b))),
        Primitive.of("caml_mul_float", (rt, a, b) -> result(rt, a, b, of(rt, a) * of(rt, b))),
        Primitive.of("caml_div_float", (rt, a, b) -> result(rt, a, b, of(rt, a) / of(rt, b))),
        Primitive.of("caml_fmod_float", (rt, a, b) -> result(rt, a, b, of(rt, a) % of(rt, b))),
        Primitive.of("caml_neg_float", (rt, a) -> Boxed.ofBits(rt.heap(), Boxed.bitsOf(rt.heap(), a) ^ SIGN)),
        Primitive.of("caml_abs_float", (rt, a) -> Boxed.ofBits(rt.heap(), Boxed.bitsOf(rt.heap(), a) & ~SIGN)),
        Primitive.of(
            "caml_copysign_float",
            (rt, a, b) -> {
              Heap heap = rt.heap();
              return Boxed.ofBits(heap, (Boxed.bitsOf(heap, a) & ~SIGN) | (Boxed.bitsOf(heap, b) & SIGN));
            }),
        Primitive.of("caml_signbit", Floats::signbit),
        Primitive.of("caml_signbit_float", Floats::signbit),
        Primitive.of("caml_eq_float", (rt, a, b) -> Value.ofBoolean(of(rt, a) == of(rt, b))),
        Primitive.of("caml_neq_float", (rt, a, b) -> Value.ofBoolean(of(rt, a) != of(rt, b))),
        Primitive.of("caml_lt_float", (rt, a, b) -> Value.ofBoolean(of(rt, a) < of(rt, b))),
        Primitive.of("caml_le_float", (rt, a, b) -> Value.ofBoolean(of(rt, a) <= of(rt, b))),
        Primitive.of("caml_gt_float", (rt, a, b) -> Value.ofBoolean(of(rt, a) > of(rt, b))),
        Primitive.of("caml_ge_float", (rt, a, b) -> Value.ofBoolean(of(rt, a) >= of(rt, b))),
        Primitive.of("caml_float_compare", (rt, a, b) -> Value.ofLong(compare(of(rt, a), of(rt, b)))),
        Primitive.of("caml_classify_float", (rt, a) -> Value.ofLong(classify(of(rt, a)))),
        Primitive.of("caml_float_of_int", (rt, n) -> Boxed.ofDouble(rt.heap(), (double) Value.longOf(n))),
        Primitive.of("caml_int_of_float", (rt, a) -> Value.ofLong(IntWidth.INT64.ofDouble(of(rt, a)))),
        Primitive.of("caml_format_float", Floats::format),
        Primitive.of("caml_hexstring_of_float", Floats::hexadecimal),
        Primitive.of("caml_float_of_string", Floats::parse));
  }

  /** The total order of compare: NaN equals itself and is below everything else. */
  static int compare(double a, double b) {
    if (a < b || a > b || a == b) {
      return a < b ? -1 : a > b ? 1 : 0;
    }
    return Double.compare(Double.isNaN(b) ? 1 : 0, Double.isNaN(a) ? 1 : 0);
  }

  /**
   * The bits of an operation's result; where it is NaN, those of the reference processor: the first operand that is
   * NaN, made quiet, else the default NaN, which is negative.
   */
  static long resultBits(double result, long... operandBits) {
    if (!Double.isNaN(result)) {
      return Double.doubleToRawLongBits(result);
    }
    for (long bits : operandBits) {
      if (Double.isNaN(Double.longBitsToDouble(bits))) {
        return bits | (1L << 51);
      }
    }
    return 0xFFF8L << 48;
  }

  private static double of(Runtime rt, long a) {
    return Boxed.doubleOf(rt.heap(), a);
  }

  /** The result of an operation on two floats, boxed. */
  private static long result(Runtime rt, long a, long b, double result) {
    Heap heap = rt.heap();
    return Double.isNaN(result)
        ? Boxed.ofBits(heap, resultBits(result, Boxed.bitsOf(heap, a), Boxed.bitsOf(heap, b)))
        : Boxed.ofDouble(heap, result);
  }

  private static long signbit(Runtime rt, long a) {
    return Value.ofBoolean(Boxed.bitsOf(rt.heap(), a) < 0);
  }

  /** In the order of OCaml's type fpclass. */
  private static int classify(double d) {
    if (Double.isNaN(d)) {
      return 4;
    }
    if (Double.isInfinite(d)) {
      return 3;
    }
    if (d == 0) {
      return 2;
    }
    return Math.abs(d) < Double.MIN_NORMAL ? 1 : 0;
  }

  private static long format(Runtime rt, long format, long a) {
    PrintfSpec spec = PrintfSpec.parse(Text.latin(rt.heap(), format));
    return Text.ofLatin(rt.heap(), FloatText.format(spec, Boxed.doubleOf(rt.heap(), a)));
  }

  private static long hexadecimal(Runtime rt, long a, long precision, long style) {
    return Text.ofLatin(
        rt.heap(),
        FloatText.hexadecimal(
            Boxed.doubleOf(rt.heap(), a), Value.intOf(precision), (char) Value.intOf(style)));
  }

  private static long parse(Runtime rt, long string) {
    OptionalDouble d = FloatText.parse(Text.latin(rt.heap(), string));
    if (d.isEmpty()) {
      throw rt.raiseWithString(Predef.FAILURE, "float_of_string");
    }
    return Boxed.ofDouble(rt.heap(), d.getAsDouble());
  }
}
