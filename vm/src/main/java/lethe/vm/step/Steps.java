package lethe.vm.step;

/**
 * Which steps of a run are wanted, and how much of each.
 *
 * @param from the first step that is shown, counted from 1
 */
public record Steps(Detail detail, long from, StepSink sink) {
  /** Stack slots in a step. */
  public static final int SLOTS = 8;

  /** Words of a block's content. */
  public static final int FIELDS = 4;

  /** Steps from one sample to the next: as few as can be afforded, and a divisor of what is digested at a time. */
  public static final int SAMPLE = 16;

  /** Place and instruction; then env, accu and slots, each a word and its content, one more for a long string. */
  public static final int MOST_WORDS = 2 + (2 + SLOTS) * (FIELDS + 2);

  /** The area of the code that calls back from primitives. */
  public static final int STUB = 0xFFFF;

  /** From the start. */
  public Steps(Detail detail, StepSink sink) {
    this(detail, 1, sink);
  }

  /** The digest with one more word in it. */
  public static long mix(long digest, long word) {
    long h = (digest ^ word) * 0x9E3779B97F4A7C15L;
    return h ^ (h >>> 32);
  }
}
