package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.heap.CustomKind;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Header;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** Structural hashing: MurmurHash3's 32-bit mixing over a breadth-first walk (hash.c). */
final class Hash {
  private static final int QUEUE = 256;
  private static final int MOST_FORWARDS = 1000;

  private final Runtime rt;
  private final Heap heap;
  private final long[] queue = new long[QUEUE];
  private final int limit;
  private int read;
  private int written;
  /** How many more values that tell something are looked at. */
  private long meaningful;

  private int h;

  private Hash(Runtime rt, long meaningful, long limit, int seed) {
    this.rt = rt;
    this.heap = rt.heap();
    this.meaningful = meaningful;
    this.limit = limit < 0 || limit > QUEUE ? QUEUE : (int) limit;
    this.h = seed;
  }

  static List<Primitive> primitives() {
    return List.of(Primitive.of("caml_hash", Hash::hash));
  }

  private static long hash(Runtime rt, long count, long limit, long seed, long v) {
    Hash hash = new Hash(rt, Value.longOf(count), Value.longOf(limit), (int) Value.longOf(seed));
    return Value.ofLong(hash.of(v));
  }

  private int of(long v) {
    queue[written++] = v;
    while (read < written && meaningful > 0) {
      visit(queue[read++]);
    }
    return finish(h) & 0x3FFF_FFFF;
  }

  private void visit(long word) {
    long v = word;
    for (int forwards = 0; Value.isBlock(v) && heap.tag(v) == Tag.FORWARD; forwards++) {
      if (forwards == MOST_FORWARDS) {
        return;
      }
      v = heap.field(v, 0);
    }
    if (!Value.isBlock(v)) {
      mixLong(v);
      return;
    }
    if (heap.tag(v) == Tag.INFIX) {
      mix(8 * heap.sizeWords(v));
      v = Alloc.whole(heap, v);
    }
    int tag = heap.tag(v);
    switch (tag) {
      case Tag.STRING -> mixString(v);
      case Tag.DOUBLE -> mixDouble(heap.doubleField(v, 0));
      case Tag.DOUBLE_ARRAY -> {
        for (int i = 0; i < heap.sizeWords(v) && meaningful > 0; i++) {
          mixDouble(heap.doubleField(v, i));
        }
      }
      case Tag.ABSTRACT -> {}
      case Tag.OBJECT -> mixLong(Value.longOf(heap.field(v, 1)));
      case Tag.CUSTOM -> mixCustom(v);
      default -> {
        mix((int) Header.of(heap.sizeWords(v), 0, tag));
        for (int i = 0; i < heap.sizeWords(v) && written < limit; i++) {
          queue[written++] = heap.field(v, i);
        }
      }
    }
  }

  private void mix(int word) {
    h = mixed(h, word);
  }

  /** The hash so far with 32 more bits in it. */
  static int mixed(int hash, int word) {
    int x = hash ^ Integer.rotateLeft(word * 0xcc9e2d51, 15) * 0x1b873593;
    return Integer.rotateLeft(x, 13) * 5 + 0xe6546b64;
  }

  private static int finish(int hash) {
    int x = hash;
    x = (x ^ (x >>> 16)) * 0x85ebca6b;
    x = (x ^ (x >>> 13)) * 0xc2b2ae35;
    return x ^ (x >>> 16);
  }

  /** A word as 32 bits, equal for numbers that are equal on machines of 32 and 64 bits. */
  static int fold(long n) {
    return (int) ((n >> 32) ^ (n >> 63) ^ n);
  }

  private void mixLong(long n) {
    mix(fold(n));
    meaningful--;
  }

  private void mixDouble(double d) {
    h = mixed(h, d);
    meaningful--;
  }

  /** All zeros hash alike, and all NaNs. */
  static int mixed(int hash, double d) {
    long bits = Double.doubleToRawLongBits(d == 0 ? 0.0 : d);
    if (Double.isNaN(d)) {
      bits = 0x7FF0_0000_0000_0001L;
    }
    return mixed(mixed(hash, (int) bits), (int) (bits >>> 32));
  }

  private void mixString(long s) {
    int length = heap.byteLength(s);
    int i = 0;
    for (; i + 4 <= length; i += 4) {
      mix((int) (heap.wordAt(s, i >> 3) >>> (8 * (i & 7))));
    }
    if (i < length) {
      int tail = 0;
      for (int k = length - 1; k >= i; k--) {
        tail = (tail << 8) | heap.byteAt(s, k);
      }
      mix(tail);
    }
    h ^= length;
    meaningful--;
  }

  private void mixCustom(long v) {
    CustomKind kind = Boxed.kindOf(heap, v);
    long n = Boxed.longOf(heap, v);
    switch (kind) {
      case INT32 -> mix((int) n);
      case INT64 -> mix((int) ((n >>> 32) ^ n));
      case NATIVEINT -> mix(fold(n));
      case CHANNEL -> mix((int) n);
      case BIGARRAY -> mix(BigarrayHash.of(BigarrayBlock.of(rt, v)));
      default -> {
        return;
      }
    }
    meaningful--;
  }
}
