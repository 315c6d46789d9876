package lethe.vm.interp;

/**
 * The address of an instruction, as a word: block slot + offset, with the generation of the slot so that an address into
 * a block that has been freed is never taken for one into the block that got its slot next.
 *
 * <pre>
 *   63      44 43       26 25        2 1 0
 *  +----------+-----------+-----------+---+
 *  | generation |  slot   |  offset   |1 0|    offset in ints from the block's start
 *  +----------+-----------+-----------+---+
 * </pre>
 */
public final class CodeAddress {
  static final int OFFSET_BITS = 24;
  static final int SLOT_BITS = 18;
  static final int GENERATION_BITS = 20;

  /** Ints in the largest block. */
  public static final int MAX_OFFSET = 1 << OFFSET_BITS;

  static final int MAX_SLOTS = 1 << SLOT_BITS;
  static final int MAX_GENERATION = (1 << GENERATION_BITS) - 1;

  private static final int OFFSET_SHIFT = 2;
  private static final int SLOT_SHIFT = OFFSET_SHIFT + OFFSET_BITS;
  private static final int GENERATION_SHIFT = SLOT_SHIFT + SLOT_BITS;
  private static final long OFFSET_MASK = (long) (MAX_OFFSET - 1) << OFFSET_SHIFT;

  private CodeAddress() {}

  static long of(int slot, int generation, int offsetInts) {
    return ((long) generation << GENERATION_SHIFT)
        | ((long) slot << SLOT_SHIFT)
        | ((long) offsetInts << OFFSET_SHIFT)
        | 2;
  }

  static int slotOf(long address) {
    return (int) (address >>> SLOT_SHIFT) & (MAX_SLOTS - 1);
  }

  static int generationOf(long address) {
    return (int) (address >>> GENERATION_SHIFT);
  }

  static int offsetOf(long address) {
    return (int) ((address & OFFSET_MASK) >> OFFSET_SHIFT);
  }

  /** Does the address lie in the block whose first instruction has the address base? */
  static boolean isIn(long base, long address) {
    return ((address - base) & ~OFFSET_MASK) == 0;
  }
}
