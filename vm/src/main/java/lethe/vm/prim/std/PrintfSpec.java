package lethe.vm.prim.std;

/**
 * One conversion of C's printf: {@code %[flags][width][.precision][l L n]conversion}. What the length modifiers say is
 * known from the primitive, so they are skipped.
 *
 * @param precision digits, or -1 if absent
 */
record PrintfSpec(boolean left, boolean plus, boolean space, boolean alternate, boolean zero, int width,
    int precision, char conversion) {

  static PrintfSpec parse(String format) {
    int i = format.indexOf('%') + 1;
    boolean left = false;
    boolean plus = false;
    boolean space = false;
    boolean alternate = false;
    boolean zero = false;
    for (; i < format.length() && "-+ #0".indexOf(format.charAt(i)) >= 0; i++) {
      switch (format.charAt(i)) {
        case '-' -> left = true;
        case '+' -> plus = true;
        case ' ' -> space = true;
        case '#' -> alternate = true;
        default -> zero = true;
      }
    }
    int width = 0;
    for (; i < format.length() && Character.isDigit(format.charAt(i)); i++) {
      width = width * 10 + format.charAt(i) - '0';
    }
    int precision = -1;
    if (i < format.length() && format.charAt(i) == '.') {
      precision = 0;
      for (i++; i < format.length() && Character.isDigit(format.charAt(i)); i++) {
        precision = precision * 10 + format.charAt(i) - '0';
      }
    }
    char conversion = format.isEmpty() ? 'd' : format.charAt(format.length() - 1);
    return new PrintfSpec(left, plus, space, alternate, zero, width, precision, conversion);
  }

  /** "+", " " or "" before a number that is not negative, "-" before one that is. */
  String sign(boolean negative) {
    if (negative) {
      return "-";
    }
    return plus ? "+" : space ? " " : "";
  }

  /** Fills up to the width; zeros go between prefix and body. */
  String pad(String prefix, String body, boolean zeros) {
    int missing = Math.max(0, width - prefix.length() - body.length());
    if (left) {
      return prefix + body + " ".repeat(missing);
    }
    return zeros ? prefix + "0".repeat(missing) + body : " ".repeat(missing) + prefix + body;
  }
}
