package lethe.harness.change;

/** Is told two aligned texts row by row. */
@FunctionalInterface
interface Rows {
  /**
   * The next row.
   *
   * @param left line of the approved text from 0, or {@link Alignment#NONE}
   * @param right line of the received text from 0, or {@link Alignment#NONE}
   */
  void row(RowKind kind, int left, int right);
}
