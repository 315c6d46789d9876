package lethe.vm.prim.std;

import java.nio.ByteBuffer;

/** Two big arrays compared: kind and layout, number of dimensions, dimensions, elements in memory order (bigarray.c). */
final class BigarrayOrder {
  private BigarrayOrder() {}

  /** Negative, zero or positive; {@link Comparison#UNORDERED} if the order is not total and NaN was met. */
  static long compare(BigarrayBlock a, BigarrayBlock b, boolean total) {
    if (a.flags() != b.flags()) {
      return (long) b.flags() - a.flags();
    }
    if (a.dimensionCount() != b.dimensionCount()) {
      return (long) b.dimensionCount() - a.dimensionCount();
    }
    for (int i = 0; i < a.dimensionCount(); i++) {
      if (a.dimension(i) != b.dimension(i)) {
        return Long.compare(a.dimension(i), b.dimension(i));
      }
    }
    return compareNumbers(a.kind(), a.data(), b.data(), total);
  }

  private static long compareNumbers(BigarrayKind kind, ByteBuffer a, ByteBuffer b, boolean total) {
    boolean unordered = false;
    for (int at = 0; at < a.capacity(); at += kind.numberBytes()) {
      int order;
      if (kind.isReal()) {
        double x = Double.longBitsToDouble(kind.realBits(a, at));
        double y = Double.longBitsToDouble(kind.realBits(b, at));
        unordered |= Double.isNaN(x) || Double.isNaN(y);
        order = Floats.compare(x, y);
      } else {
        order = Long.compare(kind.whole(a, at), kind.whole(b, at));
      }
      if (order != 0) {
        return unordered && !total ? Comparison.UNORDERED : order;
      }
    }
    return unordered && !total ? Comparison.UNORDERED : 0;
  }
}
