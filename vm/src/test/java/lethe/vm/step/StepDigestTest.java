package lethe.vm.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The digest notices what a comparison of all words would notice. */
class StepDigestTest {
  private static final int STEPS = 1000;
  private static final int WORDS = 7;

  private static long[][] steps() {
    Random random = new Random(1);
    long[][] steps = new long[STEPS][WORDS];
    for (long[] step : steps) {
      Arrays.setAll(step, i -> random.nextLong());
    }
    return steps;
  }

  private static long digest(long[][] steps) {
    StepDigest digest = new StepDigest();
    for (long[] step : steps) {
      digest.add(step, step.length);
    }
    return digest.value();
  }

  @Test
  void aWordOfAnyPlaceCounts() {
    long whole = digest(steps());
    for (int i = 0; i < STEPS; i++) {
      long[][] steps = steps();
      steps[i][i % WORDS] ^= 1L << (i % Long.SIZE);
      assertNotEquals(whole, digest(steps), "step " + i);
    }
  }

  @Test
  void wordsThatChangePlacesCount() {
    long[][] steps = steps();
    long word = steps[3][1];
    steps[3][1] = steps[3][2];
    steps[3][2] = word;
    assertNotEquals(digest(steps()), digest(steps));
  }

  @Test
  void aStepMoreCountsEvenOfZeros() {
    long[][] steps = steps();
    long[][] more = Arrays.copyOf(steps, STEPS + 1);
    more[STEPS] = new long[WORDS];
    assertNotEquals(digest(steps), digest(more));
  }

  @Test
  void askingTwiceGivesTheSame() {
    StepDigest digest = new StepDigest();
    digest.add(new long[] {1, 2}, 2);
    assertEquals(digest.value(), digest.value());
  }
}
