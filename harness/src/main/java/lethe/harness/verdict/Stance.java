package lethe.harness.verdict;

/**
 * What a case says of one property of one policy.
 *
 * @param note of a refutation, what happened; else empty
 */
record Stance(Kind kind, String note) {
  enum Kind { FOR, AGAINST, APART, SILENT }

  static final Stance FOR = new Stance(Kind.FOR, "");
  static final Stance SILENT = new Stance(Kind.SILENT, "");

  static Stance against(String note) {
    return new Stance(Kind.AGAINST, note);
  }

  static Stance apart(String note) {
    return new Stance(Kind.APART, note);
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
