package lethe.harness.change;

import java.util.Arrays;

/** Which line of one text is which of another: pairs that never cross. */
final class Alignment {
  static final int NONE = -1;

  private final int[] rightOf;
  private final int[] leftOf;

  Alignment(int leftSize, int rightSize) {
    rightOf = new int[leftSize];
    leftOf = new int[rightSize];
    Arrays.fill(rightOf, NONE);
    Arrays.fill(leftOf, NONE);
  }

  void pair(int left, int right) {
    rightOf[left] = right;
    leftOf[right] = left;
  }

  void unpair(int left, int right) {
    rightOf[left] = NONE;
    leftOf[right] = NONE;
  }

  int leftSize() {
    return rightOf.length;
  }

  int rightSize() {
    return leftOf.length;
  }

  /** The partner of a left line, or {@link #NONE}. */
  int rightOf(int left) {
    return rightOf[left];
  }

  /** The partner of a right line, or {@link #NONE}. */
  int leftOf(int right) {
    return leftOf[right];
  }

  /** Is told the stretches between pairs, in their order: ends are exclusive. */
  @FunctionalInterface
  interface Gaps {
    void between(int leftFrom, int leftTo, int rightFrom, int rightTo);
  }

  /** Tells each stretch in which at least one side has lines without partner. */
  void gaps(Gaps gaps) {
    int left = 0;
    int right = 0;
    while (left < rightOf.length || right < leftOf.length) {
      int leftFrom = left;
      int rightFrom = right;
      while (left < rightOf.length && rightOf[left] == NONE) {
        left++;
      }
      while (right < leftOf.length && leftOf[right] == NONE) {
        right++;
      }
      if (leftFrom < left || rightFrom < right) {
        gaps.between(leftFrom, left, rightFrom, right);
      }
      left++;
      right++;
    }
  }
}
