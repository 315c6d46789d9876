package lethe.vm.prim.std;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import lethe.vm.heap.CustomKind;
import lethe.vm.heap.Heap;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;

/**
 * The custom block of a big array, as large as in C. Its words: kind of custom block, piece of {@link BigarrayStorage},
 * number of dimensions, kind of elements and layout, byte offset of the first element in the piece, the dimensions. It
 * is allocated in the major area, so that only a full collection frees it. Valid until the next collection.
 */
record BigarrayBlock(Heap heap, BigarrayStorage storage, long block) {
  /** The most dimensions. */
  static final int MOST_DIMENSIONS = 16;

  private static final int PIECE = 1;
  private static final int COUNT = 2;
  private static final int FLAGS = 3;
  private static final int OFFSET = 4;
  private static final int DIMENSIONS = 5;

  /** In the flags: the first dimension varies fastest, and indices start at 1. */
  private static final int FORTRAN = 0x100;

  private static final int KIND = 0xFF;

  static BigarrayBlock of(Runtime rt, long block) {
    return new BigarrayBlock(rt.heap(), BigarrayStorage.of(rt), block);
  }

  /** A new array of zeros; it may collect. Elements that no memory holds are Out_of_memory. */
  static BigarrayBlock create(Runtime rt, BigarrayKind kind, boolean fortran, long[] dimensions) {
    long sizeBytes = kind.elementBytes;
    for (long dimension : dimensions) {
      if (dimension != 0 && sizeBytes > Long.MAX_VALUE / dimension) {
        throw rt.raiseConstant(Predef.OUT_OF_MEMORY);
      }
      sizeBytes *= dimension;
    }
    long piece = BigarrayStorage.add(rt, sizeBytes);
    return build(rt, piece, kind.number() | (fortran ? FORTRAN : 0), 0, dimensions);
  }

  /**
   * A new array of zeros, without a collection; empty if there is no room.
   *
   * @param flags kind and layout in one number
   * @param dimensions of an array that is known to fit a Java array
   */
  static Optional<BigarrayBlock> createNow(Runtime rt, int flags, long[] dimensions) {
    long sizeBytes = BigarrayKind.of(flags & KIND).elementBytes;
    for (long dimension : dimensions) {
      sizeBytes *= dimension;
    }
    OptionalLong piece = BigarrayStorage.of(rt).addNow(sizeBytes);
    return piece.isPresent()
        ? Optional.of(build(rt, piece.getAsLong(), flags & (KIND | FORTRAN), 0, dimensions))
        : Optional.empty();
  }

  /** An array of other dimensions on the same elements. */
  BigarrayBlock share(Runtime rt, boolean fortran, long firstElement, long[] dimensions) {
    int flags = kind().number() | (fortran ? FORTRAN : 0);
    return build(rt, word(PIECE), flags, word(OFFSET) + firstElement * kind().elementBytes, dimensions);
  }

  private static BigarrayBlock build(Runtime rt, long piece, int flags, long offset, long[] dimensions) {
    Heap heap = rt.heap();
    long block = heap.allocateMajor(DIMENSIONS + dimensions.length, Tag.CUSTOM);
    heap.setWordAt(block, 0, CustomKind.BIGARRAY.word());
    heap.setWordAt(block, PIECE, piece);
    heap.setWordAt(block, COUNT, dimensions.length);
    heap.setWordAt(block, FLAGS, flags);
    heap.setWordAt(block, OFFSET, offset);
    for (int i = 0; i < dimensions.length; i++) {
      heap.setWordAt(block, DIMENSIONS + i, dimensions[i]);
    }
    BigarrayBlock array = of(rt, block);
    array.storage.share(piece);
    return array;
  }

  private long word(int i) {
    return heap.wordAt(block, i);
  }

  int dimensionCount() {
    return (int) word(COUNT);
  }

  long dimension(int i) {
    return word(DIMENSIONS + i);
  }

  long[] dimensions() {
    long[] dimensions = new long[dimensionCount()];
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = dimension(i);
    }
    return dimensions;
  }

  BigarrayKind kind() {
    return BigarrayKind.of((int) word(FLAGS) & KIND);
  }

  boolean isFortran() {
    return (word(FLAGS) & FORTRAN) != 0;
  }

  /** Kind and layout in one number, by which arrays are ordered first. */
  int flags() {
    return (int) word(FLAGS);
  }

  int elementCount() {
    long count = 1;
    for (long dimension : dimensions()) {
      count *= dimension;
    }
    return (int) count;
  }

  int sizeBytes() {
    return elementCount() * kind().elementBytes;
  }

  /** The elements one behind the other, little-endian, from byte 0 on; writing to it writes to the array. */
  ByteBuffer data() {
    ByteBuffer all = piece();
    return all.slice(start(), sizeBytes()).order(all.order());
  }

  /** The piece of memory that the elements are in, with those of the arrays that share it. */
  ByteBuffer piece() {
    return storage.data(word(PIECE));
  }

  /** Byte offset in the {@link #piece} of element 0. */
  int start() {
    return (int) word(OFFSET);
  }

  /** Byte offset in the {@link #piece} of an element; Invalid_argument if there is none at that index. */
  int offsetBytes(Runtime rt, long[] index) {
    int n = dimensionCount();
    boolean fortran = isFortran();
    long offset = 0;
    for (int k = 0; k < n; k++) {
      int i = fortran ? n - 1 - k : k;
      long at = fortran ? index[i] - 1 : index[i];
      if (at < 0 || at >= dimension(i)) {
        throw Bounds.error(rt);
      }
      offset = offset * dimension(i) + at;
    }
    return start() + (int) offset * kind().elementBytes;
  }
}
