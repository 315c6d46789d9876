package lethe.harness.change;

/**
 * One row to look at.
 *
 * @param leftLine line number in the approved text, from 1; 0 if there is none
 * @param left its text; of a fold, what is left out
 * @param rightLine line number in the received text, from 1; 0 if there is none
 * @param right its text
 * @param note what else is to be said, {@code moved here from line 12, one GC later}; may be empty
 */
public record DiffLine(RowKind kind, int leftLine, String left, int rightLine, String right, String note) {
  static DiffLine fold(int equal, int renamed, String section) {
    String text = "… " + equal + (equal == 1 ? " equal line" : " equal lines")
        + (renamed == 0 ? "" : ", " + renamed + " of them with renamed objects")
        + (section.isEmpty() ? "" : "; in " + section);
    return new DiffLine(RowKind.FOLDED, 0, text, 0, "", "");
  }
}
