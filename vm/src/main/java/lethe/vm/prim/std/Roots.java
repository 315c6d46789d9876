package lethe.vm.prim.std;

import java.math.BigDecimal;

/** Cube root, correctly rounded, and hypotenuse, by Borges' algorithm of 2019 as glibc has it since 2.35. */
final class Roots {
  private static final double LARGE = 0x1p511;
  private static final double SMALL = 0x1p-459;
  private static final double NEGLIGIBLE = 0x1p-54;
  private static final double SCALE = 0x1p-600;

  private Roots() {}

  /**
   * The double nearest to the cube root. That of glibc is one unit away from it for nearly half of all arguments, at times two; what it
   * computes on the way there stands in its source alone, and is not repeated here.
   */
  static double cbrt(double x) {
    double root = StrictMath.cbrt(Math.abs(x));
    if (x == 0 || !Double.isFinite(root)) {
      return x;
    }
    if (isBelow(root, Math.nextUp(root), x)) {
      root = Math.nextUp(root);
    } else if (!isBelow(Math.nextDown(root), root, x)) {
      root = Math.nextDown(root);
    }
    return Math.copySign(root, x);
  }

  /** Does the cube root of the magnitude of x lie above the middle of two neighbours? No middle is a cube root itself. */
  private static boolean isBelow(double lower, double upper, double x) {
    BigDecimal middle = new BigDecimal(lower).add(new BigDecimal(upper)).divide(BigDecimal.valueOf(2));
    return middle.pow(3).compareTo(new BigDecimal(Math.abs(x))) < 0;
  }

  static double hypot(double x, double y) {
    double a = Math.max(Math.abs(x), Math.abs(y));
    double b = Math.min(Math.abs(x), Math.abs(y));
    if (Double.isNaN(a) || Double.isInfinite(a)) {
      return StrictMath.hypot(x, y);
    }
    if (b <= a * NEGLIGIBLE) {
      return a + b;
    }
    if (a > LARGE) {
      return longSide(a * SCALE, b * SCALE) / SCALE;
    }
    return b < SMALL ? longSide(a / SCALE, b / SCALE) * SCALE : longSide(a, b);
  }

  /** The root of the sum of squares, less half of what its square is too much, over the root. */
  private static double longSide(double a, double b) {
    double h = Math.sqrt(a * a + b * b);
    double first;
    double second;
    if (h <= 2 * b) {
      double delta = h - b;
      first = a * (2 * delta - a);
      second = (delta - 2 * (a - b)) * delta;
    } else {
      double delta = h - a;
      first = 2 * delta * (a - 2 * b);
      second = (4 * delta - b) * b + delta * delta;
    }
    return h - (first + second) / (2 * h);
  }
}
