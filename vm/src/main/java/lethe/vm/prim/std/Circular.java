package lethe.vm.prim.std;

import java.math.BigInteger;

/** The circular functions and their inverses, as precise as {@link Exponentials} and for the same reason. */
final class Circular {
  /** Below this magnitude sine, tangent and their inverses are their argument. */
  private static final double TINY = 0x1p-27;

  /** Of two coordinates whose exponents differ by more, the smaller does not matter beside the greater. */
  private static final int FAR = 60;

  private static final double QUARTER_PI = 0.785;
  private static final int TERMS = 27;

  /** Bits behind the point when an angle is reduced, beyond those of the angle itself. */
  private static final int REDUCED_BITS = 240;

  private record Turned(DoubleDouble angle, int quarters) {}

  /** Sine and cosine of one angle. */
  private record Direction(DoubleDouble sine, DoubleDouble cosine) {}

  private Circular() {}

  static double sin(double x) {
    return isOwn(x) ? StrictMath.sin(x) : direction(x).sine.hi();
  }

  static double cos(double x) {
    return isOwn(x) ? StrictMath.cos(x) : direction(x).cosine.hi();
  }

  static double tan(double x) {
    if (isOwn(x)) {
      return StrictMath.tan(x);
    }
    Direction d = direction(x);
    return d.sine.over(d.cosine).hi();
  }

  static double asin(double x) {
    if (isOwn(x) || Math.abs(x) >= 1) {
      return StrictMath.asin(x);
    }
    return angle(DoubleDouble.of(x), cathetus(x), StrictMath.asin(x));
  }

  static double acos(double x) {
    if (isOwn(x) || Math.abs(x) >= 1) {
      return StrictMath.acos(x);
    }
    return angle(cathetus(x), DoubleDouble.of(x), StrictMath.acos(x));
  }

  static double atan(double x) {
    if (isOwn(x) || Math.abs(x) > 0x1p60) {
      return StrictMath.atan(x);
    }
    return angle(DoubleDouble.of(x), DoubleDouble.ONE, StrictMath.atan(x));
  }

  static double atan2(double y, double x) {
    double estimate = StrictMath.atan2(y, x);
    if (x == 0 || y == 0 || Double.isNaN(estimate) || Double.isInfinite(x) || Double.isInfinite(y)) {
      return estimate;
    }
    int steepness = Math.getExponent(y) - Math.getExponent(x);
    if (Math.abs(steepness) > FAR) {
      return steepness > 0 ? Math.copySign(Math.PI / 2, y) : estimate;
    }
    int shift = -Math.max(Math.getExponent(x), Math.getExponent(y));
    // In two steps: 2 to the opposite of the greatest exponent is no normal double.
    double scaledY = Math.scalb(Math.scalb(y, shift / 2), shift - shift / 2);
    double scaledX = Math.scalb(Math.scalb(x, shift / 2), shift - shift / 2);
    return angle(DoubleDouble.of(scaledY), DoubleDouble.of(scaledX), estimate);
  }

  /** Is the strict library's result right as it is: of NaN, infinity, and arguments too small to matter? */
  private static boolean isOwn(double x) {
    return !(Math.abs(x) >= TINY) || Double.isInfinite(x);
  }

  /** The root of 1 - x^2. */
  private static DoubleDouble cathetus(double x) {
    return DoubleDouble.sum(1, -x).times(DoubleDouble.sum(1, x)).squareRoot();
  }

  /** The angle of a point: an estimate put right by the tangent of what it misses. */
  private static double angle(DoubleDouble y, DoubleDouble x, double estimate) {
    Direction d = direction(estimate);
    DoubleDouble across = y.times(d.cosine).minus(x.times(d.sine));
    DoubleDouble along = x.times(d.cosine).plus(y.times(d.sine));
    return across.over(along).plus(estimate).hi();
  }

  private static Direction direction(double x) {
    Turned turned = reduced(x);
    DoubleDouble angle = turned.angle;
    DoubleDouble square = angle.times(angle);
    DoubleDouble sine = series(square, TERMS).times(angle);
    DoubleDouble cosine = series(square, TERMS - 1);
    return switch (turned.quarters & 3) {
      case 0 -> new Direction(sine, cosine);
      case 1 -> new Direction(cosine, sine.negated());
      case 2 -> new Direction(sine.negated(), cosine.negated());
      default -> new Direction(cosine.negated(), sine);
    };
  }

  /** Down to 1: the terms of (-square)^k over (2k)!, for the cosine, or (2k + 1)! if last is odd: sine over angle. */
  private static DoubleDouble series(DoubleDouble square, int last) {
    DoubleDouble minus = square.negated();
    DoubleDouble sum = DoubleDouble.inverseFactorial(last);
    for (int n = last - 2; n >= 0; n -= 2) {
      sum = sum.times(minus).plus(DoubleDouble.inverseFactorial(n));
    }
    return sum;
  }

  /** The angle less the nearest multiple of half of pi, in integers: exact, however large it is. */
  private static Turned reduced(double x) {
    if (Math.abs(x) <= QUARTER_PI) {
      return new Turned(DoubleDouble.of(x), 0);
    }
    int exponent = Math.getExponent(x) - 52;
    long mantissa = (Double.doubleToRawLongBits(x) & ((1L << 52) - 1)) | (1L << 52);
    int bits = Math.min(Constants.BITS, REDUCED_BITS + Math.max(0, exponent + 52));
    BigInteger angle = BigInteger.valueOf(x < 0 ? -mantissa : mantissa).shiftLeft(bits + exponent);
    BigInteger half = Constants.PI.shiftRight(Constants.BITS - bits + 1);
    BigInteger[] parts = angle.add(half.shiftRight(1)).divideAndRemainder(half);
    BigInteger quarters = parts[0];
    BigInteger rest = parts[1];
    if (rest.signum() < 0) {
      quarters = quarters.subtract(BigInteger.ONE);
      rest = rest.add(half);
    }
    return new Turned(DoubleDouble.ofScaled(rest.subtract(half.shiftRight(1)), bits), quarters.intValue());
  }
}
