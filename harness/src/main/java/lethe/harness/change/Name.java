package lethe.harness.change;

import java.util.regex.Pattern;

/**
 * A name of a trace as 64 bits, so that a million of them are eight megabytes: the number of its text above, the count of an object at its
 * birthplace below. {@code clo@plugin+14.2} is the text {@code clo@plugin+14} and the count 2; a place such as {@code plugin+14} has no
 * count.
 */
final class Name {
  /** An object in group 1 with its count in group 2, or a place in group 3. */
  static final Pattern SPELLING;

  static {
    String unit = "[A-Za-z_][A-Za-z0-9_']*+(?:#[0-9]++)?+";
    SPELLING = Pattern.compile("(?<![A-Za-z0-9_'#])(?:([a-z]{3}@(?:" + unit + "(?:\\+[0-9]++)?+|host))\\.([0-9]++)"
        + "|(" + unit + "\\+[0-9]++))");
  }

  private static final int PLACE = -1;
  private static final int NEW = -2;

  private Name() {}

  static long object(int text, int count) {
    return pack(text, count);
  }

  static long place(int text) {
    return pack(text, PLACE);
  }

  /** What is born in the received trace alone: like no object of the approved one. */
  static long newborn(long name) {
    return pack(text(name), NEW);
  }

  private static long pack(int text, int count) {
    return ((long) text << 32) | (count & 0xffffffffL);
  }

  static int text(long name) {
    return (int) (name >>> 32);
  }

  static boolean isPlace(long name) {
    return (int) name == PLACE;
  }

  static String spell(long name, Texts texts) {
    int count = (int) name;
    String text = texts.text(text(name));
    return count == PLACE ? text : text + "." + (count == NEW ? "new" : Integer.toString(count));
  }
}
