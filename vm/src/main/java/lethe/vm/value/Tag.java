package lethe.vm.value;

/** The tags with a meaning of their own (mlvalues.h). */
public final class Tag {
  /** Blocks of this tag and above hold bytes, not values. */
  public static final int NO_SCAN = 251;

  public static final int LAZY = 246;
  public static final int CLOSURE = 247;
  public static final int OBJECT = 248;
  /** A closure inside a CLOSUREREC block; its header's size is the distance to the block in words. */
  public static final int INFIX = 249;

  public static final int FORWARD = 250;
  public static final int ABSTRACT = 251;
  public static final int STRING = 252;
  public static final int DOUBLE = 253;
  public static final int DOUBLE_ARRAY = 254;
  /** Field 0 is an integer naming the kind (see CustomKind); the rest is bytes. */
  public static final int CUSTOM = 255;

  private Tag() {}
}
