package lethe.vm.prim.std;

import java.nio.ByteBuffer;

/** What a big array adds to a hash: its first 256 bytes, or fewer elements of the wider kinds (bigarray.c). */
final class BigarrayHash {
  private static final int MOST_BYTES = 256;

  private BigarrayHash() {}

  static int of(BigarrayBlock array) {
    BigarrayKind kind = array.kind();
    ByteBuffer data = array.data();
    int size = Math.min(data.capacity(), MOST_BYTES);
    return switch (kind) {
      case SINT8, UINT8, CHAR, SINT16, UINT16, INT32 -> ofBytes(data, size);
      case FLOAT32, COMPLEX32 -> ofSingles(data, size);
      case FLOAT64, COMPLEX64 -> ofDoubles(data, size);
      case CAML_INT, NATIVE_INT -> ofWords(data, Math.min(data.capacity(), 2 * MOST_BYTES));
      case INT64 -> ofLongs(data, size);
    };
  }

  /** Four bytes at a time, the low one first; what is left, likewise. */
  private static int ofBytes(ByteBuffer data, int size) {
    int hash = 0;
    int at = 0;
    for (; at + Integer.BYTES <= size; at += Integer.BYTES) {
      hash = Hash.mixed(hash, data.getInt(at));
    }
    if (at == size) {
      return hash;
    }
    int tail = 0;
    for (int i = size - 1; i >= at; i--) {
      tail = (tail << 8) | Byte.toUnsignedInt(data.get(i));
    }
    return Hash.mixed(hash, tail);
  }

  /** As {@link Hash#mixed(int, double)}: one zero, one NaN. */
  private static int ofSingles(ByteBuffer data, int size) {
    int hash = 0;
    for (int at = 0; at < size; at += Float.BYTES) {
      int bits = data.getInt(at);
      float single = Float.intBitsToFloat(bits);
      hash = Hash.mixed(hash, Float.isNaN(single) ? 0x7F80_0001 : single == 0 ? 0 : bits);
    }
    return hash;
  }

  private static int ofDoubles(ByteBuffer data, int size) {
    int hash = 0;
    for (int at = 0; at < size; at += Double.BYTES) {
      hash = Hash.mixed(hash, data.getDouble(at));
    }
    return hash;
  }

  private static int ofWords(ByteBuffer data, int size) {
    int hash = 0;
    for (int at = 0; at < size; at += Long.BYTES) {
      hash = Hash.mixed(hash, Hash.fold(data.getLong(at)));
    }
    return hash;
  }

  private static int ofLongs(ByteBuffer data, int size) {
    int hash = 0;
    for (int at = 0; at < size; at += Long.BYTES) {
      long n = data.getLong(at);
      hash = Hash.mixed(Hash.mixed(hash, (int) n), (int) (n >>> 32));
    }
    return hash;
  }
}
