package lethe.vm.prim.std;

/**
 * The hyperbolic functions and their inverses, by the formulas of fdlibm, which glibc uses too: its results are up to
 * two units in the last place away from the exact ones, and these the same ones.
 */
final class Hyperbolic {
  private static final double HALF_LN2 = 0.34657359027997264;
  private static final double LN2 = 0.6931471805599453;

  /** From here on the smaller exponential does not matter. */
  private static final double ONE_SIDED = 22;

  /** From here on the exponential itself overflows, before its half does. */
  private static final double OVERFLOWING = 709.782712893384;

  private static final double HUGE = 0x1p28;

  private Hyperbolic() {}

  static double sinh(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude >= 0x1p-28) || Double.isInfinite(x)) {
      return x;
    }
    double half = Math.copySign(0.5, x);
    if (magnitude >= ONE_SIDED) {
      return halfExponential(magnitude) * Math.signum(x);
    }
    double t = Fdlibm.expm1(magnitude);
    return magnitude < 1 ? half * (2 * t - t * t / (t + 1)) : half * (t + t / (t + 1));
  }

  static double cosh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < HALF_LN2) {
      double t = Fdlibm.expm1(magnitude);
      double w = 1 + t;
      return magnitude < 0x1p-55 ? w : 1 + (t * t) / (w + w);
    }
    if (magnitude < ONE_SIDED) {
      double t = Exponentials.exp(magnitude);
      return 0.5 * t + 0.5 / t;
    }
    return halfExponential(magnitude);
  }

  private static double halfExponential(double x) {
    if (x <= OVERFLOWING) {
      return 0.5 * Exponentials.exp(x);
    }
    double root = Exponentials.exp(0.5 * x);
    return 0.5 * root * root;
  }

  static double tanh(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude >= 0x1p-55)) {
      return x * (1 + x);
    }
    double z = 1;
    if (magnitude < ONE_SIDED) {
      double t = Fdlibm.expm1(magnitude < 1 ? -2 * magnitude : 2 * magnitude);
      z = magnitude < 1 ? -t / (t + 2) : 1 - 2 / (t + 2);
    }
    return Math.copySign(z, x);
  }

  static double asinh(double x) {
    double magnitude = Math.abs(x);
    if (!(magnitude >= 0x1p-28) || Double.isInfinite(x)) {
      return x;
    }
    double result;
    if (magnitude > HUGE) {
      result = Exponentials.log(magnitude) + LN2;
    } else if (magnitude > 2) {
      result = Exponentials.log(2 * magnitude + 1 / (Math.sqrt(x * x + 1) + magnitude));
    } else {
      double square = x * x;
      result = StrictMath.log1p(magnitude + square / (1 + Math.sqrt(1 + square)));
    }
    return Math.copySign(result, x);
  }

  static double acosh(double x) {
    if (x >= HUGE) {
      return Double.isInfinite(x) ? x : Exponentials.log(x) + LN2;
    }
    if (x > 2) {
      return Exponentials.log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
    }
    double over = x - 1;
    return x < 1 ? Double.NaN : StrictMath.log1p(over + Math.sqrt(2 * over + over * over));
  }

  static double atanh(double x) {
    double magnitude = Math.abs(x);
    if (magnitude < 0x1p-28) {
      return x;
    }
    double twice = magnitude + magnitude;
    double result = magnitude < 0.5
        ? StrictMath.log1p(twice + twice * magnitude / (1 - magnitude))
        : StrictMath.log1p(twice / (1 - magnitude));
    return Math.copySign(0.5 * result, x);
  }
}
