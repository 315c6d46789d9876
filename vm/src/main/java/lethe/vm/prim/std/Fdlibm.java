package lethe.vm.prim.std;

/**
 * Functions that glibc computes as fdlibm does, but with its polynomials summed in another order: in pairs, the pairs
 * with the powers of the argument's square. Their errors exceed half a unit in the last place by far, so the order is
 * what decides the result. The coefficients are fdlibm's published ones.
 */
final class Fdlibm {
  private static final double LN2_HIGH = 0.6931471803691238;
  private static final double LN2_LOW = 1.9082149292705877e-10;
  private static final double[] EXPM1 = {
    1, -0.03333333333333313, 0.0015873015872548146, -7.93650757867488e-05,
    4.008217827329362e-06, -2.0109921818362437e-07
  };

  private Fdlibm() {}

  /** The polynomial in pairs: c0 + c1 x, then each next pair times x^2 to its power, added in that order. */
  static double inPairs(double x, double... c) {
    double square = x * x;
    double power = square;
    double sum = pair(x, c, 0);
    for (int i = 2; i < c.length; i += 2) {
      sum += power * pair(x, c, i);
      power *= square;
    }
    return sum;
  }

  private static double pair(double x, double[] c, int i) {
    return i + 1 < c.length ? c[i] + x * c[i + 1] : c[i];
  }

  static double expm1(double x) {
    if (!(Math.abs(x) >= 0x1p-54) || x > 709 || x < -36) {
      return StrictMath.expm1(x);
    }
    int k = 0;
    double reduced = x;
    double lost = 0;
    if (highWord(x) > 0x3fd62e42) {
      // Beyond half of the logarithm of 2.
      boolean once = highWord(x) < 0x3FF0A2B2;
      k = once ? (x < 0 ? -1 : 1) : (int) (1.4426950408889634 * x + (x < 0 ? -0.5 : 0.5));
      double high = x - k * LN2_HIGH;
      double low = k * LN2_LOW;
      reduced = high - low;
      lost = (high - reduced) - low;
    }
    return expm1(reduced, lost, k);
  }

  /** Of x + lost, times 2 to the k where 1 is added. */
  private static double expm1(double x, double lost, int k) {
    double half = 0.5 * x;
    double halfSquare = x * half;
    double r = inPairs(halfSquare, EXPM1);
    double t = 3 - r * half;
    double e = halfSquare * ((r - t) / (6 - x * t));
    if (k == 0) {
      return x - (x * e - halfSquare);
    }
    e = x * (e - lost) - lost;
    e -= halfSquare;
    if (k == -1) {
      return 0.5 * (x - e) - 0.5;
    }
    if (k == 1) {
      return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e);
    }
    if (k <= -2 || k > 56) {
      return Math.scalb(1 - (e - x), k) - 1;
    }
    double part = Math.scalb(1.0, -k);
    return Math.scalb(k < 20 ? (1 - part) - (e - x) : (x - (e + part)) + 1, k);
  }

  /** The upper half of a magnitude: sign off, exponent and the first 20 bits of the mantissa. */
  static int highWord(double x) {
    return (int) (Double.doubleToRawLongBits(x) >>> 32) & 0x7FFF_FFFF;
  }
}
