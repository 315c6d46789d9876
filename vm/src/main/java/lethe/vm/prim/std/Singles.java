package lethe.vm.prim.std;

/** Floats of 32 bits, to and from the bits of one of 64. NaN goes as on the reference processor: made quiet, cut off. */
final class Singles {
  private static final int LOST_BITS = 29;

  private Singles() {}

  static long widen(int bits) {
    float single = Float.intBitsToFloat(bits);
    if (!Float.isNaN(single)) {
      return Double.doubleToRawLongBits(single);
    }
    long sign = bits < 0 ? 1L << 63 : 0;
    return sign | (0x7FF8L << 48) | ((bits & 0x7F_FFFFL) << LOST_BITS);
  }

  static int narrow(long bits) {
    double d = Double.longBitsToDouble(bits);
    if (!Double.isNaN(d)) {
      return Float.floatToRawIntBits((float) d);
    }
    int sign = bits < 0 ? 1 << 31 : 0;
    return sign | 0x7FC0_0000 | ((int) (bits >>> LOST_BITS) & 0x7F_FFFF);
  }
}
