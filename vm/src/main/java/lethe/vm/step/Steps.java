package lethe.vm.step;

/**
 * Which steps of a run are wanted, and how much of each.
 *
 * @param full with env, accu and stack slots
 * @param from the first step that is shown, counted from 1
 */
public record Steps(boolean full, long from, StepSink sink) {
  /** Stack slots in a step of full level. */
  public static final int SLOTS = 8;

  /** Words of a block's content. */
  public static final int FIELDS = 4;

  /** The area of the code that calls back from primitives. */
  public static final int STUB = 0xFFFF;

  /** From the start. */
  public Steps(boolean full, StepSink sink) {
    this(full, 1, sink);
  }

  /** The digest with one more word in it. */
  public static long mix(long digest, long word) {
    long h = (digest ^ word) * 0x9E3779B97F4A7C15L;
    return h ^ (h >>> 32);
  }
}
