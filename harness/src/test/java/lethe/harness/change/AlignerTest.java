package lethe.harness.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlignerTest {
  /** Whatever the texts: pairs are of equal lines, and none crosses another. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 50, 100_000})
  void pairsAreEqualAndDoNotCross(int kinds) {
    Random random = new Random(kinds);
    for (int round = 0; round < 200; round++) {
      int[] left = random.ints(random.nextInt(60), 0, kinds).toArray();
      int[] right = random.ints(random.nextInt(60), 0, kinds).toArray();
      assertSound(Aligner.align(left, right), left, right);
    }
  }

  @Test
  void aLineMoreIsTheOnlyOneWithoutPartner() {
    int[] left = IntStream.range(0, 40).toArray();
    int[] right = IntStream.concat(IntStream.range(0, 20), IntStream.concat(IntStream.of(99), IntStream.range(20, 40))).toArray();
    Alignment alignment = Aligner.align(left, right);
    assertEquals(Alignment.NONE, alignment.leftOf(20));
    assertEquals(40, Arrays.stream(left).filter(i -> alignment.rightOf(i) != Alignment.NONE).count());
  }

  /** A loop that does the same again and again has no anchors; with one line more in each round, every round must still meet its twin. */
  @Test
  void aLongLoopIsAlignedPieceByPiece() {
    int rounds = 3000;
    int[] left = IntStream.range(0, 4 * rounds).map(i -> i % 4).toArray();
    int[] right = IntStream.range(0, 5 * rounds).map(i -> i % 5).toArray();
    Alignment alignment = Aligner.align(left, right);
    assertSound(alignment, left, right);
    long paired = IntStream.range(0, left.length).filter(i -> alignment.rightOf(i) != Alignment.NONE).count();
    assertEquals(left.length, paired);
  }

  @Test
  void textsWithoutAnythingInCommonStayApart() {
    Alignment alignment = Aligner.align(IntStream.range(0, 2000).toArray(), IntStream.range(5000, 7000).toArray());
    assertTrue(IntStream.range(0, 2000).allMatch(i -> alignment.rightOf(i) == Alignment.NONE));
  }

  @Test
  void refiningKeepsWhatThereIs() {
    Alignment alignment = Aligner.align(new int[] {1, 2, 3, 4}, new int[] {1, 7, 3, 8});
    Aligner.refine(alignment, new int[] {0, 0, 0, 5}, new int[] {0, 0, 0, 6});
    assertEquals(1, alignment.rightOf(1));
    assertEquals(Alignment.NONE, alignment.rightOf(3));
  }

  private static void assertSound(Alignment alignment, int[] left, int[] right) {
    int last = -1;
    for (int i = 0; i < left.length; i++) {
      int partner = alignment.rightOf(i);
      if (partner != Alignment.NONE) {
        assertEquals(left[i], right[partner]);
        assertEquals(i, alignment.leftOf(partner));
        assertTrue(partner > last, "crossed at " + i);
        last = partner;
      }
    }
  }
}
