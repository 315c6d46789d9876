package lethe.harness.change;

/**
 * One kind of difference between two goldens, and how often it is there.
 *
 * @param sign what is there more often, less often, or as often but otherwise
 * @param what what two goldens have in common that changed alike: {@code CALL_DYN}, {@code alloc clo of 3 words}
 * @param detail of the first one: where it is, {@code plugin+14}, or how it is spelt, {@code words 13 → 15}; may be empty
 * @param count how often
 * @param isConsequence whether it follows from other changes, as totals do
 */
public record Change(Danger danger, Sign sign, String what, String detail, int count, boolean isConsequence) {
  /** More, fewer, or other. */
  public enum Sign { MORE, FEWER, OTHER }

  /** The texts differ, and nothing that they say. */
  static final Change SPELLING = new Change(
      Danger.RENAMING, Sign.OTHER, "the same events; line ends or the last newline differ", "", 1, false);

  /** What changes must share to be the same change: neither where nor how often. */
  public String pattern() {
    return mark() + what;
  }

  /** Does the run end in a fault that it did not end in before? */
  boolean isFault() {
    return what.contains(" → fault ");
  }

  private String mark() {
    return switch (sign) {
      case MORE -> "+";
      case FEWER -> "-";
      case OTHER -> "";
    };
  }

  /** {@code +1 CALL_DYN at plugin+14}, {@code plugin freed one GC earlier}, {@code words 13 → 15}. */
  @Override
  public String toString() {
    if (sign == Sign.OTHER) {
      return (detail.isEmpty() ? what : detail) + (count > 1 ? " (and " + (count - 1) + " more)" : "");
    }
    String place = detail.isEmpty() ? "" : count == 1 ? " at " + detail : ", first at " + detail;
    return mark() + count + " " + what + place;
  }
}
