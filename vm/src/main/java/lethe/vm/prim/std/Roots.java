package lethe.vm.prim.std;

/** Cube root and hypotenuse as glibc computes them, operation by operation: a first approximation and one step. */
final class Roots {
  /** On [1/2, 1]: close to the cube root, from the constant on. */
  private static final double[] CUBE_ROOT = {
    0.35489576504391984, 1.508191937815849, -2.114994941673713, 2.4469312256353444, -1.8346927748361308,
    0.7849323449766392, -0.14526389938548637
  };

  /** Cube roots of 1/4, 1/2, 1, 2, 4. */
  private static final double[] FACTORS = {
    1 / 1.5874010519681996, 1 / 1.2599210498948732, 1, 1.2599210498948732, 1.5874010519681996
  };

  private static final double LARGE = 0x1p511;
  private static final double SMALL = 0x1p-459;
  private static final double NEGLIGIBLE = 0x1p-54;
  private static final double SCALE = 0x1p-600;

  private Roots() {}

  static double cbrt(double x) {
    if (x == 0 || Double.isNaN(x) || Double.isInfinite(x)) {
      return x;
    }
    double magnitude = Math.abs(x);
    boolean subnormal = magnitude < Double.MIN_NORMAL;
    int exponent = Math.getExponent(subnormal ? magnitude * 0x1p54 : magnitude) + 1 - (subnormal ? 54 : 0);
    double m = Math.scalb(Math.scalb(magnitude, -exponent / 2), -exponent - -exponent / 2);
    double u = CUBE_ROOT[6];
    for (int i = 5; i >= 0; i--) {
      u = u * m + CUBE_ROOT[i];
    }
    double cube = u * u * u;
    double root = u * (cube + 2 * m) / (2 * cube + m) * FACTORS[2 + exponent % 3];
    return Math.scalb(Math.copySign(root, x), exponent / 3);
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
