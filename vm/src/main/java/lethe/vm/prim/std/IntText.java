package lethe.vm.prim.std;

import java.util.regex.Pattern;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Runtime;

/** Integers as text, both ways (ints.c). */
final class IntText {
  /** The runtime's buffer for a format, with the terminating zero and the length modifier. */
  private static final int FORMAT_BUFFER_BYTES = 32;

  /** The last character, with a length modifier that stands before it. */
  private static final Pattern LAST = Pattern.compile("[lLn]?(.)\\z", Pattern.DOTALL);

  private IntText() {}

  /**
   * Reads an integer of that many bits as OCaml's source syntax has it. Decimal numbers must fit as signed ones; those
   * with a base, and 0u, as unsigned ones.
   */
  static long parse(Runtime rt, long string, int bits, String failure) {
    String s = Text.latin(rt.heap(), string);
    int i = 0;
    boolean negative = false;
    if (i < s.length() && (s.charAt(i) == '-' || s.charAt(i) == '+')) {
      negative = s.charAt(i++) == '-';
    }
    int base = 10;
    boolean signed = true;
    if (i + 1 < s.length() && s.charAt(i) == '0') {
      int prefix = "xobu".indexOf(Character.toLowerCase(s.charAt(i + 1)));
      if (prefix >= 0) {
        base = new int[] {16, 8, 2, 10}[prefix];
        signed = false;
        i += 2;
      }
    }
    if (i >= s.length() || digit(s.charAt(i), base) < 0) {
      throw failed(rt, failure);
    }
    long threshold = Long.divideUnsigned(-1L, base);
    long result = 0;
    for (; i < s.length(); i++) {
      if (s.charAt(i) == '_') {
        continue;
      }
      int d = digit(s.charAt(i), base);
      if (d < 0 || Long.compareUnsigned(result, threshold) > 0) {
        throw failed(rt, failure);
      }
      result = result * base + d;
      if (Long.compareUnsigned(result, d) < 0) {
        throw failed(rt, failure);
      }
    }
    if (signed) {
      long limit = 1L << (bits - 1);
      if (Long.compareUnsigned(result, negative ? limit : limit - 1) > 0) {
        throw failed(rt, failure);
      }
    } else if (bits < 64 && result >>> bits != 0) {
      throw failed(rt, failure);
    }
    return negative ? -result : result;
  }

  private static int digit(char c, int base) {
    return c < 128 ? Character.digit(c, base) : -1;
  }

  private static OcamlException failed(Runtime rt, String message) {
    return rt.raiseWithString(Predef.FAILURE, message);
  }

  /**
   * One integer by a printf format, which may have text before the conversion.
   *
   * @param signed the number for %d and %i
   * @param unsigned its bits, zero extended, for %u %x %X %o
   * @param modifier what the C runtime puts before the conversion, counted in the length of the format
   */
  static long format(Runtime rt, long format, long signed, long unsigned, String modifier) {
    String text = Text.latin(rt.heap(), format);
    if (text.length() + modifier.length() + 1 >= FORMAT_BUFFER_BYTES) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, "format_int: format too long");
    }
    if (text.equals("%d")) {
      return Text.ofLatin(rt.heap(), Long.toString(signed));
    }
    // The runtime takes the last character for the conversion: text behind it is torn apart by the modifier.
    PrintfSpec spec = PrintfSpec.parse(LAST.matcher(text).replaceFirst(modifier + "$1"));
    return Text.ofLatin(rt.heap(), format(spec, signed, unsigned));
  }

  private static String format(PrintfSpec spec, long signed, long unsigned) {
    String prefix = "";
    String digits;
    switch (spec.conversion()) {
      case 'u' -> digits = Long.toUnsignedString(unsigned);
      case 'x' -> {
        digits = Long.toHexString(unsigned);
        prefix = spec.alternate() && unsigned != 0 ? "0x" : "";
      }
      case 'X' -> {
        digits = Long.toHexString(unsigned).toUpperCase(java.util.Locale.ROOT);
        prefix = spec.alternate() && unsigned != 0 ? "0X" : "";
      }
      case 'o' -> {
        digits = Long.toOctalString(unsigned);
        if (spec.alternate() && unsigned != 0) {
          digits = "0".repeat(Math.max(1, spec.precision() - digits.length())) + digits;
        }
      }
      default -> {
        prefix = spec.sign(signed < 0);
        digits = signed < 0 ? Long.toUnsignedString(-signed) : Long.toString(signed);
      }
    }
    if (spec.precision() == 0 && unsigned == 0) {
      digits = spec.conversion() == 'o' && spec.alternate() ? "0" : "";
    }
    digits = "0".repeat(Math.max(0, spec.precision() - digits.length())) + digits;
    return spec.pad(prefix, digits, spec.zero() && spec.precision() < 0);
  }
}
