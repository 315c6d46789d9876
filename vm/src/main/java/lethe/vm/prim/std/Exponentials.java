package lethe.vm.prim.std;

/**
 * Exponentials and logarithms, correctly rounded but for a case in very many: glibc's err by little over half a unit in
 * the last place, so these are its results but for some in ten thousand (floats.c calls glibc's).
 */
final class Exponentials {
  /** The argument is divided by 2 to this power before the series, and its result squared as often after. */
  private static final int HALVINGS = 9;

  private static final int TERMS = 9;

  /** Below this distance from 1 the logarithm is a series: its own relative precision is kept. */
  private static final double NEAR_ONE = 0x1p-6;

  /** Where the exponential of every double is 0 or infinity. */
  private static final double BEYOND = 800;

  private static final double LOG10_E = 0.4342944819032518;
  private static final double LOG10_2_HIGH = 0.30102999566361177;
  private static final double LOG10_2_LOW = 3.694239077158931e-13;

  private Exponentials() {}

  static double exp(double x) {
    return isSpecial(x) || Math.abs(x) > BEYOND ? StrictMath.exp(x) : power(DoubleDouble.of(x));
  }

  static double exp2(double x) {
    if (isSpecial(x) || Math.abs(x) > 2 * BEYOND) {
      return StrictMath.pow(2, x);
    }
    double whole = Math.rint(x);
    return exponential(DoubleDouble.LN2.times(x - whole)).roundedScaled((int) whole);
  }

  static double log(double x) {
    return hasNoLogarithm(x) ? StrictMath.log(x) : logarithm(x).hi();
  }

  /** By fdlibm's formula, which glibc uses too: the logarithm to e of a number near 1, and that of 2 in two parts. */
  static double log10(double x) {
    if (hasNoLogarithm(x)) {
      return StrictMath.log10(x);
    }
    boolean subnormal = x < Double.MIN_NORMAL;
    double normal = subnormal ? x * 0x1p54 : x;
    int exponent = Math.getExponent(normal);
    int up = exponent < (subnormal ? 54 : 0) ? 1 : 0;
    double m = Math.scalb(normal, -exponent - up);
    double y = exponent + up - (subnormal ? 54 : 0);
    double low = y * LOG10_2_LOW + LOG10_E * log(m);
    return low + y * LOG10_2_HIGH;
  }

  static double log2(double x) {
    if (hasNoLogarithm(x)) {
      return StrictMath.log(x);
    }
    int exponent = exponentOf(x);
    return logarithm(StrictMath.scalb(x, -exponent)).over(DoubleDouble.LN2).plus(exponent).hi();
  }

  /** For a base that is positive and finite, and neither 1 nor to the power of 0. */
  static double pow(double base, double exponent) {
    double estimate = StrictMath.pow(base, exponent);
    double magnitude = Math.abs(base);
    if (isSpecial(estimate) || hasNoLogarithm(magnitude) || Double.isInfinite(exponent)) {
      return estimate;
    }
    if (Math.abs(exponent * StrictMath.log(magnitude)) < 0x1p-60) {
      return estimate;
    }
    return Math.copySign(power(logarithm(magnitude).times(exponent)), estimate);
  }

  /** 0, infinity and NaN. */
  private static boolean isSpecial(double x) {
    return x == 0 || Double.isNaN(x) || Double.isInfinite(x);
  }

  private static boolean hasNoLogarithm(double x) {
    return isSpecial(x) || x < 0 || x == 1;
  }

  private static double power(DoubleDouble x) {
    double whole = Math.rint(x.hi() / DoubleDouble.LN2.hi());
    return exponential(x.minus(DoubleDouble.LN2.times(whole))).roundedScaled((int) whole);
  }

  /** The exponential of a number of magnitude below 1/2. */
  private static DoubleDouble exponential(DoubleDouble x) {
    DoubleDouble small = x.scaled(-HALVINGS);
    DoubleDouble sum = DoubleDouble.inverseFactorial(TERMS);
    for (int k = TERMS - 1; k >= 1; k--) {
      sum = sum.times(small).plus(DoubleDouble.inverseFactorial(k));
    }
    DoubleDouble lessOne = sum.times(small);
    for (int i = 0; i < HALVINGS; i++) {
      lessOne = lessOne.scaled(1).plus(lessOne.times(lessOne));
    }
    return lessOne.plus(1);
  }

  /** Such that x divided by 2 to it lies between the root of 1/2 and the root of 2. */
  private static int exponentOf(double x) {
    boolean subnormal = x < Double.MIN_NORMAL;
    double normal = subnormal ? x * 0x1p54 : x;
    int exponent = Math.getExponent(normal);
    if (Math.scalb(normal, -exponent) > Math.sqrt(2)) {
      exponent++;
    }
    return subnormal ? exponent - 54 : exponent;
  }

  private static DoubleDouble logarithm(double x) {
    int exponent = exponentOf(x);
    double m = StrictMath.scalb(StrictMath.scalb(x, -exponent / 2), -exponent - -exponent / 2);
    DoubleDouble fraction = Math.abs(m - 1) < NEAR_ONE ? nearOne(m) : byNewton(m);
    return DoubleDouble.LN2.times(exponent).plus(fraction);
  }

  /** Twice the hyperbolic arctangent of (m - 1) / (m + 1). */
  private static DoubleDouble nearOne(double m) {
    DoubleDouble s = DoubleDouble.of(m - 1).over(DoubleDouble.sum(m, 1));
    DoubleDouble square = s.times(s);
    DoubleDouble sum = DoubleDouble.of(0);
    for (int k = 17; k >= 1; k -= 2) {
      sum = sum.times(square).plus(DoubleDouble.ONE.over(DoubleDouble.of(k)));
    }
    return sum.times(s).scaled(1);
  }

  /** An estimate put right by what its exponential misses. */
  private static DoubleDouble byNewton(double m) {
    double estimate = StrictMath.log(m);
    DoubleDouble found = exponential(DoubleDouble.of(estimate));
    DoubleDouble wanted = DoubleDouble.of(m);
    DoubleDouble correction = wanted.minus(found).scaled(1).over(wanted.plus(found));
    return correction.plus(estimate);
  }
}
