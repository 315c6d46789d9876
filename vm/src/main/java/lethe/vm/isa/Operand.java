package lethe.vm.isa;

/** The kind of an operand. Each is one word, but for {@link #LABELS} and {@link #TABLE}, which are lists. */
public enum Operand {
  /** Any signed 32-bit integer. */
  INT,
  /** How many arguments, variables, slots or fields: not negative. */
  COUNT,
  /** Index of a stack slot, 0 is the top. */
  SLOT,
  /** Index of a field of a block. */
  FIELD,
  /** Block tag, 0 to 255. */
  TAG,
  /** Offset of an instruction in ints, relative to this word. */
  LABEL,
  /** CLOSUREREC: as many offsets as the first operand says, relative to the first of them. */
  LABELS,
  /** SWITCH: number of constants, plus number of block tags shifted left by 16. */
  SIZES,
  /** SWITCH: as many offsets as {@link #SIZES} says, constants first, relative to the first of them. */
  TABLE,
  /** Index in the array of globals; relocated. */
  GLOBAL,
  /** Index in the list of primitives; relocated. */
  PRIMITIVE,
  /** Hash of a method's name. */
  METHOD_TAG,
  /** A word that GETPUBMET writes at run time. */
  CACHE;

  /** True for the kinds that are lists of words. */
  public boolean isList() {
    return this == LABELS || this == TABLE;
  }

  /** Number of constant cases in a SIZES word. */
  public static int constants(int sizes) {
    return sizes & 0xFFFF;
  }

  /** Number of block cases in a SIZES word. */
  public static int blocks(int sizes) {
    return sizes >>> 16;
  }
}
