package lethe.harness.lockstep;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.LongFunction;
import lethe.vm.isa.Opcode;
import lethe.vm.step.Steps;
import lethe.vm.value.Tag;

/** The words of a step as a person reads them; {@link lethe.vm.step} has their format. */
final class Shapes {
  /** The words of a step of level pc. */
  static final int PC_WORDS = 2;

  private static final List<String> BOXED = List.of("custom", "int32", "int64", "nativeint");

  /** The first two are place and instruction, the others values. */
  private final long[] words;

  Shapes(long[] words) {
    this.words = words.clone();
  }

  /** Are they the same, as far as that level shows it? */
  boolean matches(Shapes other, Level level) {
    return level == Level.FULL
        ? Arrays.equals(words, other.words)
        : Arrays.equals(words, 0, PC_WORDS, other.words, 0, PC_WORDS);
  }

  /** Is it the same instruction with other operands? */
  boolean differsInOperands(Shapes other) {
    return opcode() == other.opcode() && words[1] != other.words[1];
  }

  Opcode opcode() {
    return opcode(words[1]);
  }

  static Opcode opcode(long instruction) {
    return Opcode.of((int) instruction & 0xFF);
  }

  static int area(long place) {
    return (int) (place >>> 48);
  }

  static int offset(long place) {
    return (int) (place >>> 24) & 0xFF_FFFF;
  }

  static int depth(long place) {
    return (int) place & 0xFF_FFFF;
  }

  boolean isInMain() {
    return area(words[0]) == 0;
  }

  boolean isInStub() {
    return area(words[0]) == Steps.STUB;
  }

  int offset() {
    return offset(words[0]);
  }

  int depth() {
    return depth(words[0]);
  }

  /** {@code main+12}. */
  String place() {
    return place(area(words[0]), offset(words[0]));
  }

  private static String place(int area, int offset) {
    return switch (area) {
      case 0 -> "main+" + offset;
      case Steps.STUB -> "callback+" + offset;
      default -> "fragment " + area + "+" + offset;
    };
  }

  /** A value, told apart by its first word. */
  final class Value {
    private final int at;

    private Value(int at) {
      this.at = at;
    }

    long word() {
      return words[at];
    }

    boolean isInt() {
      return (word() & 1) != 0;
    }

    long number() {
      return word() >> 1;
    }

    boolean isInt(long number) {
      return isInt() && number() == number;
    }

    boolean isCode() {
      return (word() & 7) == 2;
    }

    boolean isBlock(int tag) {
      return Shapes.isBlock(word()) && tag(word()) == tag;
    }

    long size() {
      return Shapes.size(word());
    }

    /** Where a code address lies in the program's own code; empty for other code. */
    OptionalInt mainOffset() {
      return isCode() && word() >>> 40 == 0 ? OptionalInt.of((int) (word() >>> 8)) : OptionalInt.empty();
    }

    /** How many fields are told. */
    int fields() {
      return length(at) - 1;
    }

    Value field(int i) {
      return new Value(at + 1 + i);
    }

    @Override
    public String toString() {
      return value(at);
    }

    /** The bytes of a string or of floats, eight in a word. */
    long[] content() {
      int first = isBlock(Tag.STRING) && size() > Steps.FIELDS ? at + 2 : at + 1;
      return Arrays.copyOfRange(words, first, at + length(at));
    }
  }

  /** env, accu, and the slots from the top, to be looked at. */
  List<Value> contents() {
    List<Value> values = new ArrayList<>();
    for (int at = PC_WORDS; at < words.length; at += length(at)) {
      values.add(new Value(at));
    }
    return values;
  }

  Value accu() {
    return new Value(PC_WORDS + length(PC_WORDS));
  }

  /** env, accu, and the slots from the top. */
  List<String> values() {
    List<String> values = new ArrayList<>();
    for (int at = PC_WORDS; at < words.length; at += length(at)) {
      values.add(value(at));
    }
    return values;
  }

  /** How many words the value takes. */
  private int length(int at) {
    long word = words[at];
    if (!isBlock(word)) {
      return 1;
    }
    int shown = (int) Math.min(size(word), Steps.FIELDS);
    return switch (tag(word)) {
      case Tag.ABSTRACT -> 1;
      case Tag.CUSTOM -> size(word) == 0 ? 1 : 2;
      case Tag.INFIX -> 2;
      case Tag.STRING -> 1 + shown + (size(word) > Steps.FIELDS ? 1 : 0);
      default -> 1 + shown;
    };
  }

  private static boolean isBlock(long word) {
    return (word & 7) == 4;
  }

  private static int tag(long word) {
    return (int) (word >>> 8) & 0xFF;
  }

  private static long size(long word) {
    return word >>> 16;
  }

  private String value(int at) {
    long word = words[at];
    if (!isBlock(word)) {
      return word(word);
    }
    return switch (tag(word)) {
      case Tag.STRING -> string(at);
      case Tag.DOUBLE -> "float " + Double.longBitsToDouble(words[at + 1]);
      case Tag.DOUBLE_ARRAY -> fields(at, bits -> Double.toString(Double.longBitsToDouble(bits)));
      case Tag.CUSTOM -> size(word) == 0 ? word(word) : word(word) + " " + words[at + 1];
      default -> fields(at, Shapes::word);
    };
  }

  private String fields(int at, LongFunction<String> text) {
    StringBuilder line = new StringBuilder(word(words[at]));
    for (int i = at + 1; i < at + length(at); i++) {
      line.append(i == at + 1 ? ": " : ", ").append(text.apply(words[i]));
    }
    return line.toString();
  }

  private static String word(long word) {
    if ((word & 1) != 0) {
      return Long.toString(word >> 1);
    }
    if (!isBlock(word)) {
      return word == 0 ? "address" : "code " + place((int) (word >>> 40), (int) (word >>> 8));
    }
    int tag = tag(word);
    return switch (tag) {
      case Tag.ABSTRACT -> "abstract";
      case Tag.CUSTOM -> BOXED.get((int) size(word));
      case Tag.CLOSURE -> "closure of " + size(word);
      case Tag.INFIX -> "closure at " + size(word);
      case Tag.STRING -> "string of " + size(word);
      case Tag.DOUBLE -> "float";
      case Tag.DOUBLE_ARRAY -> size(word) + " floats";
      default -> String.format(Locale.ROOT, "block %d of %d", tag, size(word));
    };
  }

  private String string(int at) {
    int size = (int) size(words[at]);
    boolean isLong = size > Steps.FIELDS;
    long last = words[isLong ? at + 1 : at + size];
    long length = size * 8L - 1 - (last >>> 56);
    ByteBuffer bytes = ByteBuffer.allocate(Steps.FIELDS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    int first = isLong ? at + 2 : at + 1;
    for (int i = 0; i < Math.min(size, Steps.FIELDS); i++) {
      bytes.putLong(words[first + i]);
    }
    int shown = (int) Math.min(length, bytes.position());
    StringBuilder text = new StringBuilder("string " + length + " '");
    for (int i = 0; i < shown; i++) {
      int b = bytes.get(i) & 0xFF;
      text.append(b >= ' ' && b <= '~' ? Character.toString(b) : String.format(Locale.ROOT, "\\x%02x", b));
    }
    return text.append(shown < length ? "…'" : "'").toString();
  }
}
