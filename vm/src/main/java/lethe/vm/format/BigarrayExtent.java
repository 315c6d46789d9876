package lethe.vm.format;

/** How long a marshalled big array is: its identifier says nothing of it, its first bytes do (bigarray.c). */
public final class BigarrayExtent {
  /** What marshalling calls the kind. */
  public static final String ID = "_bigarr02";

  /** In place of a dimension of two bytes: one of eight follows. */
  public static final int LONG_DIMENSION = 0xFFFF;

  private static final int MOST_DIMENSIONS = 16;
  private static final int KIND_MASK = 0xFF;

  /** Bytes of an element by kind; 0 for the two kinds whose width a byte in front of the elements tells. */
  private static final int[] ELEMENT_BYTES = {4, 8, 1, 1, 2, 2, 4, 8, 0, 0, 8, 16, 1};

  private BigarrayExtent() {}

  /** Bytes from the cursor to the end of the big array there; the cursor does not move. */
  static long lengthBytes(ByteCursor in) {
    int start = in.position();
    long dimensions = in.bigEndian(4, "the number of dimensions");
    int kind = (int) in.bigEndian(4, "the flags of a big array") & KIND_MASK;
    if (dimensions > MOST_DIMENSIONS || kind >= ELEMENT_BYTES.length) {
      throw in.errorAt(start, "at most 16 dimensions and a kind below 13", dimensions + " and " + kind);
    }
    long elements = 1;
    for (int i = 0; i < dimensions; i++) {
      long dimension = in.bigEndian(2, "a dimension");
      if (dimension == LONG_DIMENSION) {
        dimension = in.bigEndian(8, "a dimension");
      }
      long total = elements * dimension;
      if (dimension < 0 || Math.multiplyHigh(elements, dimension) != 0 || total < 0) {
        throw in.error("a number of elements below 2^63", "dimensions that give more");
      }
      elements = total;
    }
    int width = ELEMENT_BYTES[kind];
    if (width == 0) {
      width = in.u8("the width of elements") == 0 ? 4 : 8;
    }
    if (elements > in.remaining() / width) {
      throw in.error(elements + " elements of " + width + " bytes", "only " + in.remaining() + " bytes");
    }
    long length = in.position() - start + elements * width;
    in.seek(start, "a big array");
    return length;
  }
}
