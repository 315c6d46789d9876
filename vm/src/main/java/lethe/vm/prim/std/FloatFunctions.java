package lethe.vm.prim.std;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/**
 * The mathematical functions of floats.c, with glibc 2.36's results on amd64: the same bits but for a few values in ten
 * thousand of the functions that glibc rounds nearly always correctly, and we do (see {@link Exponentials}, {@link
 * Circular}); the others operation by operation ({@link Fdlibm}, {@link Hyperbolic}, {@link ErrorFunction}, {@link
 * Roots}). FloatFunctionsTest counts.
 */
final class FloatFunctions {
  private interface Binary {
    double apply(double a, double b);
  }

  private FloatFunctions() {}

  static List<Primitive> primitives() {
    return List.of(
        unary("caml_sqrt_float", StrictMath::sqrt),
        unary("caml_cbrt_float", Roots::cbrt),
        unary("caml_exp_float", Exponentials::exp),
        unary("caml_exp2_float", Exponentials::exp2),
        unary("caml_expm1_float", Fdlibm::expm1),
        unary("caml_log_float", Exponentials::log),
        invalidIsPositive("caml_log10_float", Exponentials::log10),
        unary("caml_log1p_float", StrictMath::log1p),
        unary("caml_log2_float", Exponentials::log2),
        unary("caml_sin_float", Circular::sin),
        unary("caml_cos_float", Circular::cos),
        unary("caml_tan_float", Circular::tan),
        invalidIsPositive("caml_asin_float", Circular::asin),
        invalidIsPositive("caml_acos_float", Circular::acos),
        unary("caml_atan_float", Circular::atan),
        unary("caml_sinh_float", Hyperbolic::sinh),
        unary("caml_cosh_float", Hyperbolic::cosh),
        unary("caml_tanh_float", Hyperbolic::tanh),
        unary("caml_asinh_float", Hyperbolic::asinh),
        unary("caml_acosh_float", Hyperbolic::acosh),
        unary("caml_atanh_float", Hyperbolic::atanh),
        unary("caml_erf_float", ErrorFunction::erf),
        unary("caml_erfc_float", ErrorFunction::erfc),
        whole("caml_floor_float", StrictMath::floor),
        whole("caml_ceil_float", StrictMath::ceil),
        whole("caml_trunc_float", FloatFunctions::truncate),
        unary("caml_round_float", FloatFunctions::round),
        secondNanFirst("caml_atan2_float", Circular::atan2),
        Primitive.of("caml_hypot_float", FloatFunctions::hypot),
        Primitive.of("caml_power_float", FloatFunctions::power),
        secondNanFirst("caml_nextafter_float", StrictMath::nextAfter),
        Primitive.of("caml_fma_float", FloatFunctions::fma),
        Primitive.of("caml_ldexp_float", FloatFunctions::ldexp),
        Primitive.of("caml_frexp_float", FloatFunctions::frexp),
        Primitive.of("caml_modf_float", FloatFunctions::modf));
  }

  private static Primitive unary(String name, DoubleUnaryOperator function) {
    return Primitive.of(
        name,
        (rt, a) -> {
          double result = function.applyAsDouble(Boxed.doubleOf(rt.heap(), a));
          return Boxed.ofBits(rt.heap(), Floats.resultBits(result, Boxed.bitsOf(rt.heap(), a)));
        });
  }

  /** As {@link #unary}, but glibc's NaN for an argument outside the domain is the positive one. */
  private static Primitive invalidIsPositive(String name, DoubleUnaryOperator function) {
    return Primitive.of(
        name,
        (rt, a) -> {
          double d = Boxed.doubleOf(rt.heap(), a);
          double result = function.applyAsDouble(d);
          long bits = Floats.resultBits(result, Boxed.bitsOf(rt.heap(), a));
          return Boxed.ofBits(rt.heap(), Double.isNaN(result) && !Double.isNaN(d) ? bits & Long.MAX_VALUE : bits);
        });
  }

  /** Of two NaNs glibc's result is the second. */
  private static Primitive secondNanFirst(String name, Binary function) {
    return Primitive.of(
        name,
        (rt, a, b) -> {
          Heap heap = rt.heap();
          double result = function.apply(Boxed.doubleOf(heap, a), Boxed.doubleOf(heap, b));
          return Boxed.ofBits(heap, Floats.resultBits(result, Boxed.bitsOf(heap, b), Boxed.bitsOf(heap, a)));
        });
  }

  /** To a whole number; a NaN comes back as it is, a signalling one too. */
  private static Primitive whole(String name, DoubleUnaryOperator function) {
    return Primitive.of(
        name,
        (rt, a) -> {
          double d = Boxed.doubleOf(rt.heap(), a);
          long bits = Boxed.bitsOf(rt.heap(), a);
          return Boxed.ofBits(
              rt.heap(), Double.isNaN(d) ? bits : Double.doubleToRawLongBits(function.applyAsDouble(d)));
        });
  }

  private static double truncate(double d) {
    return d < 0 ? StrictMath.ceil(d) : StrictMath.floor(d);
  }

  /** Half away from zero. */
  private static double round(double d) {
    double whole = truncate(d);
    return StrictMath.abs(d - whole) >= 0.5 ? whole + StrictMath.copySign(1, d) : whole;
  }

  /** Infinite if one side is, whatever the other; but a signalling NaN is never lost. */
  private static long hypot(Runtime rt, long a, long b) {
    Heap heap = rt.heap();
    long first = Boxed.bitsOf(heap, a);
    long second = Boxed.bitsOf(heap, b);
    boolean signalling = isSignalling(first) || isSignalling(second);
    double result = signalling ? Double.NaN : Roots.hypot(Boxed.doubleOf(heap, a), Boxed.doubleOf(heap, b));
    return Boxed.ofBits(heap, Floats.resultBits(result, first, second));
  }

  private static long power(Runtime rt, long a, long b) {
    return Boxed.ofBits(rt.heap(), powerBits(Boxed.bitsOf(rt.heap(), a), Boxed.bitsOf(rt.heap(), b)));
  }

  /** C says 1 where Java says NaN: 1 to any power, and -1 to an infinite one; but a signalling NaN is never lost. */
  private static long powerBits(long baseBits, long exponentBits) {
    double base = Double.longBitsToDouble(baseBits);
    double exponent = Double.longBitsToDouble(exponentBits);
    boolean signalling = isSignalling(baseBits) || isSignalling(exponentBits);
    boolean one = base == 1 || exponent == 0 || (base == -1 && Double.isInfinite(exponent));
    if (one && !signalling) {
      return Double.doubleToRawLongBits(1);
    }
    long bits = Floats.resultBits(signalling ? Double.NaN : Exponentials.pow(base, exponent), baseBits, exponentBits);
    boolean odd = StrictMath.abs(exponent % 2) == 1;
    // The sign of a base is taken from it before an odd power and given back after, to a NaN too.
    return Double.isNaN(base) && odd ? bits & Long.MAX_VALUE : bits;
  }

  private static boolean isSignalling(long bits) {
    return Double.isNaN(Double.longBitsToDouble(bits)) && (bits & (1L << 51)) == 0;
  }

  private static long fma(Runtime rt, long a, long b, long c) {
    Heap heap = rt.heap();
    double result =
        StrictMath.fma(Boxed.doubleOf(heap, a), Boxed.doubleOf(heap, b), Boxed.doubleOf(heap, c));
    return Boxed.ofBits(
        heap,
        Floats.resultBits(result, Boxed.bitsOf(heap, a), Boxed.bitsOf(heap, b), Boxed.bitsOf(heap, c)));
  }

  private static long ldexp(Runtime rt, long a, long exponent) {
    double result = scale(Boxed.doubleOf(rt.heap(), a), (int) Value.longOf(exponent));
    return Boxed.ofBits(rt.heap(), Floats.resultBits(result, Boxed.bitsOf(rt.heap(), a)));
  }

  private static double scale(double d, int exponent) {
    return StrictMath.scalb(d, exponent);
  }

  /** (m, e) with a = m * 2^e and 0.5 <= |m| < 1; zero, infinity and NaN are themselves with exponent 0. */
  private static long frexp(Runtime rt, long a) {
    double d = Boxed.doubleOf(rt.heap(), a);
    int exponent = 0;
    if (d != 0 && !Double.isNaN(d) && !Double.isInfinite(d)) {
      boolean subnormal = StrictMath.abs(d) < Double.MIN_NORMAL;
      exponent = StrictMath.getExponent(subnormal ? d * 0x1p54 : d) + 1 - (subnormal ? 54 : 0);
      // In two steps: 2 to the opposite of the least exponent is no double.
      d = StrictMath.scalb(StrictMath.scalb(d, -exponent / 2), -exponent - -exponent / 2);
    }
    long mantissa = Boxed.ofBits(rt.heap(), Floats.resultBits(d, Boxed.bitsOf(rt.heap(), a)));
    return Boxed.tuple(rt.heap(), mantissa, Value.ofLong(exponent));
  }

  /** (fraction, whole part), both with the sign of the argument. */
  private static long modf(Runtime rt, long a) {
    Heap heap = rt.heap();
    double d = Boxed.doubleOf(heap, a);
    double whole = truncate(d);
    double fraction = Double.isInfinite(d) ? 0 : d - whole;
    long bits = Boxed.bitsOf(heap, a);
    return Boxed.tuple(
        heap,
        Boxed.ofBits(heap, Floats.resultBits(Double.isNaN(d) ? d : StrictMath.copySign(fraction, d), bits)),
        Boxed.ofBits(heap, Floats.resultBits(whole, bits)));
  }
}
