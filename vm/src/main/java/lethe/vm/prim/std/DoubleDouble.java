package lethe.vm.prim.std;

import java.math.BigInteger;

/**
 * A real number as the unevaluated sum of two doubles, the second at most half a unit in the last place of the first:
 * some 105 bits. A function computed in it and rounded once is nearly always the correctly rounded one. The usual
 * error-free sums and products (Dekker, Knuth) hold as long as nothing overflows.
 */
record DoubleDouble(double hi, double lo) {
  static final DoubleDouble ONE = new DoubleDouble(1, 0);
  static final DoubleDouble LN2 = ofScaled(Constants.LN2, Constants.BITS);

  /** 1/n! by n. */
  private static final DoubleDouble[] INVERSE_FACTORIALS = inverseFactorials(28);

  private static final double SPLITTER = 0x1p27 + 1;
  private static final int LEAST_EXPONENT = -1074;

  static DoubleDouble of(double d) {
    return new DoubleDouble(d, 0);
  }

  private static DoubleDouble[] inverseFactorials(int count) {
    DoubleDouble[] inverse = new DoubleDouble[count];
    inverse[0] = ONE;
    for (int n = 1; n < count; n++) {
      inverse[n] = inverse[n - 1].over(of(n));
    }
    return inverse;
  }

  /** 1/n!, for n below 28. */
  static DoubleDouble inverseFactorial(int n) {
    return INVERSE_FACTORIALS[n];
  }

  /** An integer divided by 2 to a power, cut to the precision at hand. */
  static DoubleDouble ofScaled(BigInteger n, int bits) {
    if (n.signum() == 0) {
      return of(0);
    }
    // To 120 bits first: what is below cannot be seen, and a double reaches no further than 2 to the 1023.
    int excess = Math.max(0, n.abs().bitLength() - 120);
    BigInteger cut = n.shiftRight(excess);
    double hi = cut.doubleValue();
    double lo = cut.subtract(new java.math.BigDecimal(hi).toBigInteger()).doubleValue();
    return new DoubleDouble(hi, lo).scaled(excess - bits);
  }

  /** The exact sum of two doubles. */
  static DoubleDouble sum(double a, double b) {
    double s = a + b;
    double t = s - a;
    return new DoubleDouble(s, (a - (s - t)) + (b - t));
  }

  /** The exact product of two doubles. */
  static DoubleDouble product(double a, double b) {
    double p = a * b;
    double x = SPLITTER * a;
    double aHigh = x - (x - a);
    double aLow = a - aHigh;
    double y = SPLITTER * b;
    double bHigh = y - (y - b);
    double bLow = b - bHigh;
    return new DoubleDouble(p, ((aHigh * bHigh - p) + aHigh * bLow + aLow * bHigh) + aLow * bLow);
  }

  private static DoubleDouble normal(double hi, double lo) {
    double s = hi + lo;
    return new DoubleDouble(s, lo - (s - hi));
  }

  DoubleDouble plus(DoubleDouble b) {
    DoubleDouble high = sum(hi, b.hi);
    DoubleDouble low = sum(lo, b.lo);
    DoubleDouble s = normal(high.hi, high.lo + low.hi);
    return normal(s.hi, s.lo + low.lo);
  }

  DoubleDouble plus(double b) {
    return plus(of(b));
  }

  DoubleDouble minus(DoubleDouble b) {
    return plus(b.negated());
  }

  DoubleDouble negated() {
    return new DoubleDouble(-hi, -lo);
  }

  DoubleDouble times(DoubleDouble b) {
    DoubleDouble p = product(hi, b.hi);
    return normal(p.hi, p.lo + (hi * b.lo + lo * b.hi));
  }

  DoubleDouble times(double b) {
    return times(of(b));
  }

  DoubleDouble over(DoubleDouble b) {
    double first = hi / b.hi;
    DoubleDouble rest = minus(b.times(first));
    double second = rest.hi / b.hi;
    double third = rest.minus(b.times(second)).hi / b.hi;
    return normal(first, second).plus(third);
  }

  DoubleDouble squareRoot() {
    if (hi == 0) {
      return this;
    }
    double first = Math.sqrt(hi);
    return sum(first, minus(product(first, first)).hi / (2 * first));
  }

  /** Times 2 to a power; exact while nothing is subnormal. */
  DoubleDouble scaled(int exponent) {
    return new DoubleDouble(Math.scalb(hi, exponent), Math.scalb(lo, exponent));
  }

  /** Times 2 to a power, rounded once to a double, a subnormal one too. */
  double roundedScaled(int exponent) {
    if (Math.getExponent(hi) + exponent >= Double.MIN_EXPONENT) {
      return Math.scalb(hi, exponent);
    }
    DoubleDouble units = scaled(exponent - LEAST_EXPONENT);
    double whole = Math.rint(units.hi);
    double rest = (units.hi - whole) + units.lo;
    if (rest > 0.5 || (rest == 0.5 && whole % 2 != 0)) {
      whole++;
    } else if (rest < -0.5 || (rest == -0.5 && whole % 2 != 0)) {
      whole--;
    }
    return whole * Double.MIN_VALUE;
  }
}
