package lethe.vm.step;

/**
 * A digest of all steps so far. Words are each multiplied by a number of their place, which processors do side by side, and their sum
 * is mixed in when it is asked for, or when the places are filled.
 */
public final class StepDigest {
  /** How many words are added up at most. */
  public static final int PLACES = 512;

  /** Odd, and without a pattern by which two differences could cancel each other. */
  private static final long[] FACTORS = factors();

  private long digest;
  private long sum;
  private int count;

  private static long[] factors() {
    long[] factors = new long[PLACES];
    long last = 0;
    for (int i = 0; i < factors.length; i++) {
      last = Steps.mix(last, i + 1);
      factors[i] = last | 1;
    }
    return factors;
  }

  /** One more step. */
  public void add(long[] words, int number) {
    long more = sum;
    for (int i = 0; i < number; i++) {
      more += words[i] * FACTORS[count + i];
    }
    sum = more;
    count += number;
    if (count > PLACES - Steps.MOST_WORDS) {
      mixIn();
    }
  }

  private void mixIn() {
    if (count > 0) {
      digest = Steps.mix(Steps.mix(digest, sum), count);
      sum = 0;
      count = 0;
    }
  }

  /** Of all steps so far. Who asks at other steps gets other digests. */
  public long value() {
    mixIn();
    return digest;
  }
}
