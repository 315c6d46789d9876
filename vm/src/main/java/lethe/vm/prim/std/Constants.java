package lethe.vm.prim.std;

import java.math.BigInteger;

/** Pi and the logarithm of 2 as integers: so many times 2 to the {@link #BITS}, computed from their series. */
final class Constants {
  /** Enough to reduce the greatest double by pi with a hundred bits to spare. */
  static final int BITS = 1400;

  /** Machin: a quarter of pi is 4 arctan(1/5) - arctan(1/239). */
  static final BigInteger PI =
      arctangent(5, -1).multiply(BigInteger.valueOf(4)).subtract(arctangent(239, -1)).multiply(BigInteger.valueOf(4));

  /** Twice the hyperbolic arctangent of 1/3. */
  static final BigInteger LN2 = arctangent(3, 1).multiply(BigInteger.valueOf(2));

  private static final int GUARD_BITS = 32;

  private Constants() {}

  /** Of 1/n; hyperbolic if sign is 1, circular if it is -1. */
  private static BigInteger arctangent(long n, int sign) {
    BigInteger square = BigInteger.valueOf(n * n * sign);
    BigInteger power = BigInteger.ONE.shiftLeft(BITS + GUARD_BITS).divide(BigInteger.valueOf(n));
    BigInteger sum = BigInteger.ZERO;
    for (long k = 1; power.signum() != 0; k += 2) {
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
      power = power.divide(square);
    }
    return sum.shiftRight(GUARD_BITS);
  }
}
