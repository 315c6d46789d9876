package lethe.harness.change;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.Arrays;
import java.util.List;

/**
 * Aligns two texts whose lines are numbers: anchors first, so that of equal lines the right twins meet; then, between anchors, the
 * fewest differences (Myers). Stretches without an anchor, such as a loop that does the same a million times, are compared a piece at
 * a time: so time grows with length, and not with its square.
 */
final class Aligner {
  /** Lines of a piece. */
  private static final int PIECE = 512;

  /** Of a piece that is not the last, what lies behind this line is compared again with what follows. */
  private static final int SURE = PIECE * 3 / 4;

  private final int[] left;
  private final int[] right;
  private final Alignment alignment;

  private Aligner(int[] left, int[] right, Alignment alignment) {
    this.left = left;
    this.right = right;
    this.alignment = alignment;
  }

  static Alignment align(int[] left, int[] right) {
    Alignment alignment = new Alignment(left.length, right.length);
    new Aligner(left, right, alignment).gap(0, left.length, 0, right.length);
    return alignment;
  }

  /** Adds pairs of lines that have equal numbers here and had none before; those that there are stay. */
  static void refine(Alignment alignment, int[] left, int[] right) {
    Aligner aligner = new Aligner(left, right, alignment);
    alignment.gaps((leftFrom, leftTo, rightFrom, rightTo) -> {
      if (leftFrom < leftTo && rightFrom < rightTo) {
        aligner.gap(leftFrom, leftTo, rightFrom, rightTo);
      }
    });
  }

  private void gap(int leftFrom, int leftTo, int rightFrom, int rightTo) {
    int l = leftFrom;
    int r = rightFrom;
    while (l < leftTo && r < rightTo && left[l] == right[r]) {
      alignment.pair(l++, r++);
    }
    int lEnd = leftTo;
    int rEnd = rightTo;
    while (l < lEnd && r < rEnd && left[lEnd - 1] == right[rEnd - 1]) {
      alignment.pair(--lEnd, --rEnd);
    }
    if (l == lEnd || r == rEnd) {
      return;
    }
    List<Anchors.Anchor> anchors = Anchors.between(left, l, lEnd, right, r, rEnd);
    if (anchors.isEmpty()) {
      pieces(l, lEnd, r, rEnd);
    } else {
      between(anchors, l, lEnd, r, rEnd);
    }
  }

  private void between(List<Anchors.Anchor> anchors, int leftFrom, int leftTo, int rightFrom, int rightTo) {
    int l = leftFrom;
    int r = rightFrom;
    for (Anchors.Anchor anchor : anchors) {
      boolean overlaps = anchor.left() < l || anchor.right() < r;
      if (overlaps && anchor.left() - l != anchor.right() - r) {
        continue;
      }
      if (!overlaps) {
        gap(l, anchor.left(), r, anchor.right());
        l = anchor.left();
        r = anchor.right();
      }
      while (l < anchor.left() + Anchors.WINDOW) {
        alignment.pair(l++, r++);
      }
    }
    gap(l, leftTo, r, rightTo);
  }

  private void pieces(int leftFrom, int leftTo, int rightFrom, int rightTo) {
    int l = leftFrom;
    int r = rightFrom;
    while (l < leftTo && r < rightTo) {
      int lEnd = Math.min(leftTo, l + PIECE);
      int rEnd = Math.min(rightTo, r + PIECE);
      boolean isLast = lEnd == leftTo && rEnd == rightTo;
      int[] next = piece(l, lEnd, r, rEnd, isLast);
      l = next[0];
      r = next[1];
    }
  }

  /** Pairs a piece; gives where the next one starts. */
  private int[] piece(int leftFrom, int leftTo, int rightFrom, int rightTo, boolean isLast) {
    int leftSure = isLast ? leftTo : leftFrom + SURE;
    int rightSure = isLast ? rightTo : rightFrom + SURE;
    int l = leftFrom;
    int r = rightFrom;
    int[] next = {leftSure, rightSure};
    boolean isPaired = false;
    for (Change change : differences(leftFrom, leftTo, rightFrom, rightTo)) {
      for (; l < leftFrom + change.startOriginal && l < leftSure && r < rightSure; l++, r++) {
        alignment.pair(l, r);
        isPaired = true;
        next = new int[] {l + 1, r + 1};
      }
      l = leftFrom + change.endOriginal;
      r = rightFrom + change.endRevised;
    }
    for (; l < Math.min(leftTo, leftSure) && r < Math.min(rightTo, rightSure); l++, r++) {
      alignment.pair(l, r);
      isPaired = true;
      next = new int[] {l + 1, r + 1};
    }
    return isLast || !isPaired ? new int[] {Math.min(leftTo, leftSure), Math.min(rightTo, rightSure)} : next;
  }

  private List<Change> differences(int leftFrom, int leftTo, int rightFrom, int rightTo) {
    List<Change> changes = new MyersDiffWithLinearSpace<Integer>().computeDiff(
        Arrays.stream(left, leftFrom, leftTo).boxed().toList(),
        Arrays.stream(right, rightFrom, rightTo).boxed().toList(), null);
    return changes.stream().sorted((a, b) -> a.startOriginal != b.startOriginal
        ? Integer.compare(a.startOriginal, b.startOriginal)
        : Integer.compare(a.startRevised, b.startRevised)).toList();
  }
}
