package lethe.harness.lockstep;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lethe.vm.value.Tag;

/**
 * A value as {@code ocamlrund -t -t} prints it: {@code 0x7f..=block<T0/s2>=(0x5 0x7f..)}. The words in parentheses are the
 * memory's, so of a field only an integer can be compared.
 *
 * @param what the middle part, without the fields
 * @param fields the words in parentheses
 */
record StockValue(String what, String fields) {
  private static final Pattern TEXT =
      Pattern.compile("(?:0x[0-9a-f]+|\\(nil\\)|\\d+)?=?([^(]*?(?:\\'.*\\')?)(?:=?\\((.*)\\))?");
  private static final Pattern CODE = Pattern.compile("code@(-?\\d+)");
  private static final Pattern CLOSURE = Pattern.compile("closure\\[s(\\d+),cod(-?\\d+)\\]");
  private static final Pattern BLOCK = Pattern.compile("block<T(\\d+)/s(\\d+)>");
  private static final Pattern SIZED = Pattern.compile("(string|float|floatarray|abstract|custom)\\[s(\\d+).*");

  static StockValue parse(String text) {
    Matcher m = TEXT.matcher(text);
    return m.matches()
        ? new StockValue(m.group(1), m.group(2) == null ? "" : m.group(2))
        : new StockValue(text, "");
  }

  /** Is it what our words say, as far as the text can tell? */
  boolean matches(Shapes.Value ours, boolean comparesCode) {
    if (ours.isCode() && !comparesCode) {
      return true; // inside a callback the text takes the program's code for a block
    }
    if (what.startsWith("long")) {
      return ours.isInt() && what.equals("long" + ours.number());
    }
    Matcher code = CODE.matcher(what);
    if (code.matches()) {
      return ours.isCode() && sameCode(ours.mainOffset(), code.group(1), comparesCode);
    }
    Matcher closure = CLOSURE.matcher(what);
    if (closure.matches()) {
      return (ours.isBlock(Tag.CLOSURE) || ours.isBlock(Tag.INFIX))
          && ours.size() == Long.parseLong(closure.group(1))
          && sameCode(ours.field(0).mainOffset(), closure.group(2), comparesCode);
    }
    Matcher block = BLOCK.matcher(what);
    if (block.matches() && Integer.parseInt(block.group(1)) == Tag.FORWARD) {
      return true; // ours is its value
    }
    if (block.matches()) {
      return ours.isBlock(Integer.parseInt(block.group(1))) && ours.size() == Long.parseLong(block.group(2))
          && sameIntegers(ours);
    }
    Matcher sized = SIZED.matcher(what);
    return sized.matches() && sameBytes(sized.group(1), Long.parseLong(sized.group(2)), ours);
  }

  /** Inside a callback the text counts from the callback's code; elsewhere from the program's. */
  private static boolean sameCode(OptionalInt ours, String theirs, boolean comparesCode) {
    return !comparesCode || ours.isEmpty() || Long.parseLong(theirs) == ours.getAsInt();
  }

  private boolean sameIntegers(Shapes.Value ours) {
    long[] words = words();
    for (int i = 0; i < Math.min(words.length, ours.fields()); i++) {
      boolean isInt = (words[i] & 1) != 0;
      if (isInt != ours.field(i).isInt() || (isInt && words[i] != ours.field(i).word())) {
        return false;
      }
    }
    return true;
  }

  private boolean sameBytes(String kind, long size, Shapes.Value ours) {
    return switch (kind) {
      case "string" -> ours.isBlock(Tag.STRING) && ours.size() == size && sameContent(ours);
      case "float" -> ours.isBlock(Tag.DOUBLE) && sameContent(ours);
      case "floatarray" -> ours.isBlock(Tag.DOUBLE_ARRAY) && ours.size() == size && sameContent(ours);
      case "abstract" -> ours.isBlock(Tag.ABSTRACT);
      default -> ours.isBlock(Tag.CUSTOM);
    };
  }

  /** Where ours has a zero the reference may have anything: fresh bytes are what was there before. */
  private boolean sameContent(Shapes.Value ours) {
    long[] words = words();
    for (int i = 0; i < Math.min(words.length, ours.content().length); i++) {
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        long our = ours.content()[i] >>> shift & 0xFF;
        if (our != 0 && our != (words[i] >>> shift & 0xFF)) {
          return false;
        }
      }
    }
    return true;
  }

  private long[] words() {
    return fields.isEmpty()
        ? new long[0]
        : Stream.of(fields.replace("....", "").replace("(nil)", "0x0").split(" ")).filter(word -> word.startsWith("0x"))
            .mapToLong(word -> Long.parseUnsignedLong(word.substring(2), 16)).toArray();
  }

  @Override
  public String toString() {
    return what + (fields.isEmpty() ? "" : " " + Arrays.toString(words()));
  }
}
