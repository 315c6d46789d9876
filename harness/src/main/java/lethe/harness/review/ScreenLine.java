package lethe.harness.review;

/** A line of the screen and what it is; a terminal without colour shows the text alone, which says everything. */
record ScreenLine(Kind kind, String text) {
  /** What a line is. */
  enum Kind { PLAIN, HEADING, REMOVED, ADDED, RENAMED, FOLDED, MESSAGE, KEYS }
}
