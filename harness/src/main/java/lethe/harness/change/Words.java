package lethe.harness.change;

/** How words are fitted where there is little room. */
public final class Words {
  /** As wide as lines of messages are. */
  private static final int WIDE = 240;

  private Words() {}

  /** The text, cut where a message would get too wide to read. */
  public static String cut(String text) {
    return fit(text, WIDE);
  }

  /** The text in at most so many columns; {@code …} stands for what is cut off. */
  public static String fit(String text, int columns) {
    return text.length() <= columns ? text : text.substring(0, Math.max(0, columns - 1)) + "…";
  }

  /** {@code 1 golden}, {@code 3 goldens}. */
  public static String count(int count, String one) {
    return count + " " + one + (count == 1 ? "" : "s");
  }
}
