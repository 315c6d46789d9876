package lethe.harness.change;

/** What a row of two aligned texts shows. */
public enum RowKind {
  /** Equal lines. */
  SAME,
  /** Lines that are equal but for names that are known to mean the same. */
  RENAMED,
  /** Two lines about the same that differ. */
  CHANGED,
  /** A line of the approved text alone. */
  REMOVED,
  /** A line of the received text alone. */
  ADDED,
  /** Rows that are left out, since they are as they were. */
  FOLDED;

  /** Is there something to look at? */
  public boolean isDifference() {
    return this == CHANGED || this == REMOVED || this == ADDED;
  }
}
