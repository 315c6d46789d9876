package lethe.vm.value;

/**
 * A word of the machine, told apart by its low bits: {@code …1} an integer of 63 bits, {@code 000} the byte address of
 * a block in the heap (8 times the index of its field 0), {@code …10} an address outside the heap, which is a code
 * address. The value 0 is never valid.
 */
public final class Value {
  /** The integer 0: also unit, false, the empty list, None. */
  public static final long UNIT = 1;

  public static final long FALSE = 1;
  public static final long TRUE = 3;

  private Value() {}

  /** The word of integer n; bit 63 of n is lost. */
  public static long ofLong(long n) {
    return (n << 1) | 1;
  }

  public static long longOf(long word) {
    return word >> 1;
  }

  public static int intOf(long word) {
    return (int) (word >> 1);
  }

  public static long ofBoolean(boolean b) {
    return b ? TRUE : FALSE;
  }

  public static boolean isInt(long word) {
    return (word & 1) != 0;
  }

  /** Is the word the address of a block in the heap? */
  public static boolean isBlock(long word) {
    return (word & 7) == 0;
  }

  /** Is the word a code address? */
  public static boolean isCode(long word) {
    return (word & 3) == 2;
  }

  /** Index into the heap's words of field 0 of the block. */
  public static int indexOf(long block) {
    return (int) (block >>> 3);
  }

  public static long ofIndex(int index) {
    return (long) index << 3;
  }
}
