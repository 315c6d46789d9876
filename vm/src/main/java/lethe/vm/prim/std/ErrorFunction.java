package lethe.vm.prim.std;

/** erf and erfc: fdlibm's rational approximations on five intervals, in the order of glibc (see {@link Fdlibm}). */
final class ErrorFunction {
  private static final double ERX = 0.8450629115104675;
  private static final double EFX = 0.1283791670955126;

  // On [0, 0.84375].
  private static final double[] PP = {
    0.12837916709551256, -0.3250421072470015, -0.02848174957559851,
    -0.005770270296489442, -2.3763016656650163e-05
  };
  private static final double[] QQ = {
    1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766,
    0.00013249473800432164, -3.960228278775368e-06
  };

  // On [0.84375, 1.25].
  private static final double[] PA = {
    -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013,
    0.31834661990116175, -0.11089469428239668, 0.035478304325618236,
    -0.002166375594868791
  };
  private static final double[] QA = {
    1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627,
    0.12617121980876164, 0.01363708391202905, 0.011984499846799107
  };

  // On [1.25, 1/0.35].
  private static final double[] RA = {
    -0.009864944034847148, -0.6938585727071818, -10.558626225323291,
    -62.375332450326006, -162.39666946257347, -184.60509290671104,
    -81.2874355063066, -9.814329344169145
  };
  private static final double[] SA = {
    1, 19.651271667439257, 137.65775414351904, 434.56587747522923,
    645.3872717332679, 429.00814002756783, 108.63500554177944,
    6.570249770319282, -0.0604244152148581
  };

  // On [1/0.35, 28].
  private static final double[] RB = {
    -0.0098649429247001, -0.799283237680523, -17.757954917754752,
    -160.63638485582192, -637.5664433683896, -1025.0951316110772,
    -483.5191916086514
  };
  private static final double[] SB = {
    1, 30.33806074348246, 325.7925129965739, 1536.729586084437,
    3199.8582195085955, 2553.0504064331644, 474.52854120695537,
    -22.44095244658582
  };

  private ErrorFunction() {}

  static double erf(double x) {
    double magnitude = Math.abs(x);
    if (Double.isNaN(x)) {
      return x;
    }
    if (magnitude < 0.84375) {
      return nearZero(x, magnitude);
    }
    if (magnitude < 1.25) {
      return Math.copySign(ERX + aroundOne(magnitude), x);
    }
    // From 6 on nothing of the tail is left.
    return Math.copySign(magnitude >= 6 ? 1 : 1 - tail(magnitude, 1 / 0.35) / magnitude, x);
  }

  private static double nearZero(double x, double magnitude) {
    if (magnitude < 0x1p-28) {
      return magnitude < 0x1p-1022 * 16 ? 0.0625 * (16 * x + 16 * EFX * x) : x + EFX * x;
    }
    double square = x * x;
    return x + x * (Fdlibm.inPairs(square, PP) / Fdlibm.inPairs(square, QQ));
  }

  private static double aroundOne(double magnitude) {
    double s = magnitude - 1;
    return Fdlibm.inPairs(s, PA) / Fdlibm.inPairs(s, QA);
  }

  static double erfc(double x) {
    double magnitude = Math.abs(x);
    if (Double.isNaN(x)) {
      return x;
    }
    if (magnitude < 0.84375) {
      return nearOne(x, magnitude);
    }
    if (magnitude < 1.25) {
      return x >= 0 ? (1 - ERX) - aroundOne(magnitude) : 1 + (ERX + aroundOne(magnitude));
    }
    if (magnitude < 28 && x >= -6) {
      double tail = tail(magnitude, 1 / 0.35) / magnitude;
      return x > 0 ? tail : 2 - tail;
    }
    return x > 0 ? 0 : 2;
  }

  private static double nearOne(double x, double magnitude) {
    if (magnitude < 0x1p-56) {
      return 1 - x;
    }
    double square = x * x;
    double y = Fdlibm.inPairs(square, PP) / Fdlibm.inPairs(square, QQ);
    if (x < 0.25) {
      return 1 - (x + x * y);
    }
    return 0.5 - (x * y + (x - 0.5));
  }

  /** The tail times x, of x from 1.25 on; other coefficients hold from split on. */
  private static double tail(double x, double split) {
    double s = 1 / (x * x);
    boolean near = Fdlibm.highWord(x) < Fdlibm.highWord(split);
    double quotient = near
        ? Fdlibm.inPairs(s, RA) / Fdlibm.inPairs(s, SA)
        : Fdlibm.inPairs(s, RB) / Fdlibm.inPairs(s, SB);
    double z = Double.longBitsToDouble(Double.doubleToRawLongBits(x) & 0xFFFF_FFFF_0000_0000L);
    return Exponentials.exp(-z * z - 0.5625) * Exponentials.exp((z - x) * (z + x) + quotient);
  }
}
