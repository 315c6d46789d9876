package lethe.vm.prim.std;

import java.util.SplittableRandom;

/** Takes each word with the same probability: what is drawn is how many words are passed over until the next one. */
final class Sampler {
  /** The same samples in each run. */
  private static final long SEED = 42;

  private final double rate;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private long wordsToNext;

  Sampler(double rate) {
    this.rate = rate;
    this.wordsToNext = distance();
  }

  /** How many of the next words are taken. */
  long samplesIn(int words) {
    long samples = 0;
    long left = words;
    while (wordsToNext <= left) {
      left -= wordsToNext;
      wordsToNext = distance();
      samples++;
    }
    wordsToNext -= left;
    return samples;
  }

  /** Geometrically distributed, 1 at least. */
  private long distance() {
    if (rate == 0) {
      return Long.MAX_VALUE;
    }
    // A double below 1, so that its logarithm is finite where the rate's is not.
    return rate == 1 ? 1 : 1 + (long) (Math.log1p(-random.nextDouble()) / Math.log1p(-rate));
  }
}
