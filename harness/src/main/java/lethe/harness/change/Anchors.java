package lethe.harness.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Places where two texts surely meet: three lines in a row that occur once on either side. Of them the longest chain in which none
 * crosses another is taken, as patience sorting finds it.
 */
final class Anchors {
  /** Lines of an anchor. */
  static final int WINDOW = 3;

  private static final int INDEX_BITS = 24;
  private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

  /** The first line of an anchor on either side. */
  record Anchor(int left, int right) {}

  private Anchors() {}

  /** In their order; ends are exclusive. */
  static List<Anchor> between(int[] left, int leftFrom, int leftTo, int[] right, int rightFrom, int rightTo) {
    return chain(common(left, single(left, leftFrom, leftTo), right, single(right, rightFrom, rightTo)));
  }

  /** Hashes of the windows that occur once, each with its place in the low bits, sorted. */
  private static long[] single(int[] lines, int from, int to) {
    long[] hashed = new long[Math.max(0, to - from - WINDOW + 1)];
    for (int i = 0; i < hashed.length; i++) {
      hashed[i] = (hash(lines, from + i) & ~INDEX_MASK) | (from + i);
    }
    Arrays.sort(hashed);
    int kept = 0;
    for (int i = 0; i < hashed.length; i++) {
      boolean isLikeLast = i > 0 && isSame(hashed[i], hashed[i - 1]);
      boolean isLikeNext = i + 1 < hashed.length && isSame(hashed[i], hashed[i + 1]);
      if (!isLikeLast && !isLikeNext) {
        hashed[kept++] = hashed[i];
      }
    }
    return Arrays.copyOf(hashed, kept);
  }

  private static long hash(int[] lines, int at) {
    long hash = 0;
    for (int i = at; i < at + WINDOW; i++) {
      hash = (hash + lines[i] + 1) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static boolean isSame(long a, long b) {
    return (a ^ b) >>> INDEX_BITS == 0;
  }

  /** Windows of both sides, by their place on the left. */
  private static List<Anchor> common(int[] left, long[] leftSingle, int[] right, long[] rightSingle) {
    List<Anchor> common = new ArrayList<>();
    int j = 0;
    for (long candidate : leftSingle) {
      while (j < rightSingle.length && rightSingle[j] >> INDEX_BITS < candidate >> INDEX_BITS) {
        j++;
      }
      if (j < rightSingle.length && isSame(candidate, rightSingle[j])) {
        int l = (int) (candidate & INDEX_MASK);
        int r = (int) (rightSingle[j] & INDEX_MASK);
        if (Arrays.equals(left, l, l + WINDOW, right, r, r + WINDOW)) {
          common.add(new Anchor(l, r));
        }
      }
    }
    common.sort((a, b) -> Integer.compare(a.left(), b.left()));
    return common;
  }

  private static List<Anchor> chain(List<Anchor> anchors) {
    int[] ends = new int[anchors.size()];
    int[] before = new int[anchors.size()];
    int length = 0;
    for (int i = 0; i < anchors.size(); i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (anchors.get(ends[middle]).right() < anchors.get(i).right()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? -1 : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    Anchor[] chain = new Anchor[length];
    for (int i = length - 1, at = length == 0 ? -1 : ends[length - 1]; i >= 0; i--, at = before[at]) {
      chain[i] = anchors.get(at);
    }
    return List.of(chain);
  }
}
