package lethe.vm.value;

/** The word before a block: size in words, colour of two bits, tag of eight bits, as OCaml lays it out (mlvalues.h). */
public final class Header {
  public static final int WHITE = 0;
  /** Of a block not known to survive this collection, for whose survival an ephemeron waits; OCaml's grey. */
  public static final int AWAITED = 1;

  /** In a free block of the major heap. */
  public static final int BLUE = 2;

  public static final int BLACK = 3;

  private static final long COLOR_MASK = 3L << 8;

  private Header() {}

  public static long of(int sizeWords, int color, int tag) {
    return ((long) sizeWords << 10) | ((long) color << 8) | tag;
  }

  public static int sizeWords(long header) {
    return (int) (header >>> 10);
  }

  public static int tag(long header) {
    return (int) header & 0xFF;
  }

  public static int color(long header) {
    return (int) (header >>> 8) & 3;
  }

  public static long withColor(long header, int color) {
    return (header & ~COLOR_MASK) | ((long) color << 8);
  }

  public static long withTag(long header, int tag) {
    return (header & ~0xFFL) | tag;
  }
}
