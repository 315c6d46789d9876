package lethe.vm.prim.std;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Floats as text, both ways, digit for digit as glibc does it (floats.c). */
public final class FloatText {
  private static final int MANTISSA_BITS = 52;
  private static final Pattern LEADING_BLANKS = Pattern.compile("^[ \\t\\n\\x0B\\f\\r]+");
  private static final Pattern DECIMAL =
      Pattern.compile("([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)");
  private static final Pattern NAMED =
      Pattern.compile("([+-]?)(inf|infinity|nan(?:\\(([0-9a-z]*)\\))?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern HEXADECIMAL =
      Pattern.compile("([0-9a-fA-F]*)(\\.?)([0-9a-fA-F]*)(?:[pP][ \\t\\n\\x0B\\f\\r]*([+-]?[0-9]+))?");

  private FloatText() {}

  /** The shortest of %.15g, %.16g and %.17g that reads back, with a point if it would look like an integer. */
  public static String shortest(double d) {
    String text = "";
    for (int precision = 15; precision <= 17; precision++) {
      text = format(PrintfSpec.parse("%." + precision + "g"), d);
      OptionalDouble back = parse(text);
      if (back.isPresent() && Double.compare(back.getAsDouble(), d) == 0) {
        break;
      }
    }
    return text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9')) ? text + "." : text;
  }

  /** By a printf format: e, f, g and their capitals. */
  static String format(PrintfSpec spec, double d) {
    boolean negative = Double.doubleToRawLongBits(d) < 0;
    String sign = spec.sign(negative);
    boolean capital = Character.isUpperCase(spec.conversion());
    if (Double.isNaN(d) || Double.isInfinite(d)) {
      String name = Double.isNaN(d) ? "nan" : "inf";
      return spec.pad(sign, capital ? name.toUpperCase(Locale.ROOT) : name, false);
    }
    BigDecimal exact = new BigDecimal(Math.abs(d));
    int precision = spec.precision() < 0 ? 6 : spec.precision();
    String body =
        switch (Character.toLowerCase(spec.conversion())) {
          case 'e' -> scientific(exact, precision, spec.alternate());
          case 'g' -> general(exact, Math.max(1, precision), spec.alternate());
          default -> fixed(exact, precision, spec.alternate());
        };
    return spec.pad(sign, capital ? body.toUpperCase(Locale.ROOT) : body, spec.zero());
  }

  private static String fixed(BigDecimal exact, int precision, boolean point) {
    String digits = exact.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    return precision == 0 && point ? digits + "." : digits;
  }

  private static String scientific(BigDecimal exact, int precision, boolean point) {
    BigDecimal rounded = exact.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    String digits = rounded.unscaledValue().toString();
    int exponent = exact.signum() == 0 ? 0 : digits.length() - 1 - rounded.scale();
    digits = digits.length() > precision + 1
        ? digits.substring(0, precision + 1)
        : digits + "0".repeat(precision + 1 - digits.length());
    String fraction = precision > 0 ? "." + digits.substring(1) : point ? "." : "";
    return digits.charAt(0) + fraction + String.format(Locale.ROOT, "e%+03d", exponent);
  }

  private static String general(BigDecimal exact, int precision, boolean keepZeros) {
    String asScientific = scientific(exact, precision - 1, keepZeros);
    int mark = asScientific.indexOf('e');
    int exponent = Integer.parseInt(asScientific.substring(mark + 1));
    if (exponent < -4 || exponent >= precision) {
      // glibc decides before it rounds: carried over into another notation, the number has lost its zeros.
      boolean carried = exponent == precision && exact.precision() - exact.scale() == precision;
      String mantissa = keepZeros && carried ? "1." : asScientific.substring(0, mark);
      return (keepZeros ? mantissa : withoutZeros(mantissa)) + asScientific.substring(mark);
    }
    String digits = fixed(exact, precision - 1 - exponent, keepZeros);
    return keepZeros ? digits : withoutZeros(digits);
  }

  private static String withoutZeros(String digits) {
    if (digits.indexOf('.') < 0) {
      return digits;
    }
    int end = digits.length();
    while (digits.charAt(end - 1) == '0') {
      end--;
    }
    return digits.substring(0, digits.charAt(end - 1) == '.' ? end - 1 : end);
  }

  /**
   * In hexadecimal, as %h prints it.
   *
   * @param precision digits after the point, or negative for as many as needed
   * @param style '+' or ' ' before a number that is not negative, else '-'
   */
  static String hexadecimal(double d, int precision, char style) {
    long bits = Double.doubleToRawLongBits(d);
    String sign = bits < 0 ? "-" : style == '+' || style == ' ' ? Character.toString(style) : "";
    int exponent = (int) (bits >>> MANTISSA_BITS) & 0x7FF;
    long mantissa = bits & ((1L << MANTISSA_BITS) - 1);
    if (exponent == 0x7FF) {
      return sign + (mantissa == 0 ? "infinity" : "nan");
    }
    if (exponent == 0) {
      exponent = mantissa == 0 ? 0 : -1022;
    } else {
      exponent -= 1023;
      mantissa |= 1L << MANTISSA_BITS;
    }
    if (precision >= 0 && precision < MANTISSA_BITS / 4) {
      long unit = 1L << (MANTISSA_BITS - precision * 4);
      long dropped = mantissa & (unit - 1);
      mantissa -= dropped;
      if (dropped > unit / 2 || (dropped == unit / 2 && (mantissa & unit) != 0)) {
        mantissa += unit;
      }
    }
    StringBuilder text = new StringBuilder(sign).append("0x").append(mantissa >>> MANTISSA_BITS);
    String fraction = String.format(Locale.ROOT, "%013x", mantissa & ((1L << MANTISSA_BITS) - 1));
    int digits = precision;
    if (digits < 0) {
      digits = fraction.length();
      while (digits > 0 && fraction.charAt(digits - 1) == '0') {
        digits--;
      }
    }
    if (digits > 0) {
      text.append('.').append(fraction, 0, Math.min(digits, fraction.length()));
      text.append("0".repeat(Math.max(0, digits - fraction.length())));
    }
    return text.append(String.format(Locale.ROOT, "p%+d", exponent)).toString();
  }

  /** Reads a float as strtod does, after underscores have been dropped; the whole text must be one. */
  static OptionalDouble parse(String source) {
    String s = LEADING_BLANKS.matcher(source.replace("_", "")).replaceFirst("");
    int digits = s.startsWith("-") || s.startsWith("+") ? 1 : 0;
    if (s.regionMatches(true, digits, "0x", 0, 2)) {
      OptionalDouble magnitude = parseHexadecimal(s.substring(digits + 2));
      return magnitude.isPresent() && s.startsWith("-") ? OptionalDouble.of(-magnitude.getAsDouble()) : magnitude;
    }
    var decimal = DECIMAL.matcher(s);
    if (decimal.matches()) {
      return OptionalDouble.of(Double.parseDouble(decimal.group(1)));
    }
    var named = NAMED.matcher(s);
    if (!named.matches()) {
      return OptionalDouble.empty();
    }
    boolean negative = named.group(1).equals("-");
    if (named.group(2).regionMatches(true, 0, "nan", 0, 3)) {
      long payload = named.group(3) == null ? 0 : payload(named.group(3));
      return OptionalDouble.of(Double.longBitsToDouble((negative ? 0xFFF8L << 48 : 0x7FF8L << 48) | payload));
    }
    return OptionalDouble.of(negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
  }

  /** What NaN carries: a number as C writes it, cut to 51 bits; 0 for what is none. */
  private static long payload(String text) {
    boolean hexadecimal = text.regionMatches(true, 0, "0x", 0, 2);
    int base = hexadecimal ? 16 : text.startsWith("0") ? 8 : 10;
    String digits = text.substring(hexadecimal ? 2 : 0);
    if (digits.isEmpty() || !digits.chars().allMatch(c -> Character.digit(c, base) >= 0)) {
      return 0;
    }
    BigInteger greatest = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);
    return new BigInteger(digits, base).min(greatest).longValue() & ((1L << (MANTISSA_BITS - 1)) - 1);
  }

  /** After the 0x. Digits beyond 60 bits only tell whether something is there, as in the C runtime. */
  private static OptionalDouble parseHexadecimal(String s) {
    var parts = HEXADECIMAL.matcher(s);
    if (!parts.matches() || parts.group(1).length() + parts.group(3).length() == 0) {
      return OptionalDouble.empty();
    }
    long mantissa = 0;
    long exponent = -4L * parts.group(3).length();
    String digits = parts.group(1) + parts.group(3);
    for (int i = 0; i < digits.length(); i++) {
      int d = Character.digit(digits.charAt(i), 16);
      if (mantissa >>> 56 == 0) {
        mantissa = mantissa * 16 + d;
      } else {
        mantissa |= d == 0 ? 0 : 1;
        exponent += 4;
      }
    }
    if (parts.group(4) != null) {
      exponent += new BigInteger(parts.group(4)).min(BigInteger.valueOf(1 << 30))
          .max(BigInteger.valueOf(-(1 << 30))).longValue();
    }
    return OptionalDouble.of(Math.scalb((double) mantissa, (int) Math.max(-(1 << 30), Math.min(1 << 30, exponent))));
  }
}
