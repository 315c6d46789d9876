package lethe.harness.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.IntFunction;

/** Takes rows as they come and keeps those near a difference: of a long text that has changed little, little is held. */
final class Folding implements Rows {
  private record Held(RowKind kind, int left, int right) {}

  private final View view;
  private final BiFunction<Integer, Integer, String> notes;
  private final IntFunction<String> left;
  private final IntFunction<String> right;
  private final IntFunction<String> headings;
  private final List<DiffLine> shown = new ArrayList<>();
  private final Deque<Held> before = new ArrayDeque<>();
  private int after;
  private int folded;
  private int foldedRenamed;
  private int leftOut;
  private String heading = "";

  /**
   * @param left text of a line of the approved side
   * @param right text of a line of the received side
   * @param notes what to say beside a row, by its lines
   * @param headings of a received line that opens or ends a section: its title, or nothing; null for any other
   */
  Folding(View view, IntFunction<String> left, IntFunction<String> right, BiFunction<Integer, Integer, String> notes,
      IntFunction<String> headings) {
    this.view = view;
    this.left = left;
    this.right = right;
    this.notes = notes;
    this.headings = headings;
  }

  @Override
  public void row(RowKind kind, int leftLine, int rightLine) {
    boolean isShown = view.context() < 0 || kind.isDifference() || (view.opensRenamed() && kind == RowKind.RENAMED);
    if (isShown) {
      flush();
      show(kind, leftLine, rightLine);
      after = view.context();
    } else if (after > 0) {
      after--;
      show(kind, leftLine, rightLine);
    } else {
      before.addLast(new Held(kind, leftLine, rightLine));
      if (before.size() > view.context()) {
        fold(before.removeFirst());
      }
    }
  }

  private void fold(Held row) {
    folded++;
    foldedRenamed += row.kind() == RowKind.RENAMED ? 1 : 0;
    String title = row.right() == Alignment.NONE ? null : headings.apply(row.right());
    heading = title == null ? heading : title;
  }

  private void flush() {
    if (folded > 0) {
      add(DiffLine.fold(folded, foldedRenamed, heading));
    }
    folded = 0;
    foldedRenamed = 0;
    before.forEach(row -> show(row.kind(), row.left(), row.right()));
    before.clear();
  }

  private void show(RowKind kind, int leftLine, int rightLine) {
    if (shown.size() >= view.mostRows()) {
      leftOut++;
      return;
    }
    String title = rightLine == Alignment.NONE ? null : headings.apply(rightLine);
    heading = title == null ? heading : title;
    add(new DiffLine(kind, leftLine + 1, leftLine == Alignment.NONE ? "" : left.apply(leftLine),
        rightLine + 1, rightLine == Alignment.NONE ? "" : right.apply(rightLine), notes.apply(leftLine, rightLine)));
  }

  private void add(DiffLine line) {
    if (shown.size() < view.mostRows()) {
      shown.add(line);
    }
  }

  /** What is to be shown; ends the rows. */
  List<DiffLine> lines() {
    folded += before.size();
    foldedRenamed += (int) before.stream().filter(row -> row.kind() == RowKind.RENAMED).count();
    before.clear();
    if (leftOut > 0) {
      shown.add(new DiffLine(RowKind.FOLDED, 0, "… " + leftOut + " more rows that are not shown", 0, "", ""));
    } else if (folded > 0) {
      shown.add(DiffLine.fold(folded, foldedRenamed, ""));
    }
    return shown;
  }
}
