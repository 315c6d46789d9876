package lethe.vm.prim.std;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A printf format of C with one conversion: {@code %[flags][width][.precision][length]conversion}. What the length says is
 * known from the primitive, so it is skipped.
 *
 * @param before text in front of the conversion; all of it if there is no conversion, which is then 0
 * @param precision digits, or -1 if absent
 * @param after text behind the conversion
 */
record PrintfSpec(String before, String flags, int width, int precision, char conversion, String after) {
  private static final Pattern FORMAT = Pattern.compile(
      "(?<before>(?:[^%]|%%)*)%(?<flags>[-+ #0]*)(?<width>[0-9]*)(?:\\.(?<precision>[0-9]*))?[lLnh]*(?<conversion>[a-zA-Z])(?<after>.*)",
      Pattern.DOTALL);
  private static final int MOST_DIGITS = 9;

  static PrintfSpec parse(String format) {
    Matcher parts = FORMAT.matcher(format);
    if (!parts.matches()) {
      return new PrintfSpec(literal(format), "", 0, -1, (char) 0, "");
    }
    return new PrintfSpec(
        literal(parts.group("before")), parts.group("flags"), number(parts.group("width")),
        parts.group("precision") == null ? -1 : number(parts.group("precision")),
        parts.group("conversion").charAt(0), literal(parts.group("after")));
  }

  private static String literal(String text) {
    return text.replace("%%", "%");
  }

  /** The digits as a number, 0 if there are none. */
  private static int number(String digits) {
    return digits.isEmpty() ? 0 : Integer.parseInt(digits.substring(0, Math.min(digits.length(), MOST_DIGITS)));
  }

  boolean alternate() {
    return flags.contains("#");
  }

  boolean zero() {
    return flags.contains("0");
  }

  /** "+", " " or "" before a number that is not negative, "-" before one that is. */
  String sign(boolean negative) {
    return negative ? "-" : flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
  }

  /** The whole text: the number filled up to the width, zeros between prefix and body, and what stands around it. */
  String pad(String prefix, String body, boolean zeros) {
    if (conversion == 0) {
      return before;
    }
    int missing = Math.max(0, width - prefix.length() - body.length());
    String number =
        flags.contains("-") ? prefix + body + " ".repeat(missing)
        : zeros ? prefix + "0".repeat(missing) + body
        : " ".repeat(missing) + prefix + body;
    return before + number + after;
  }
}
