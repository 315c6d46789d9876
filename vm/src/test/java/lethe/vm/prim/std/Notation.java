package lethe.vm.prim.std;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lethe.vm.heap.Heap;
import lethe.vm.prim.OcamlException;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** Values as text, as tables.ml writes them. */
final class Notation {
  private final Heap heap;
  private final String text;
  private int at;

  private Notation(Heap heap, String text) {
    this.heap = heap;
    this.text = text;
  }

  /** The values of a line up to "= ", made on the heap. */
  static List<Long> read(Heap heap, String text) {
    Notation notation = new Notation(heap, text);
    List<Long> values = new ArrayList<>();
    while (notation.text.charAt(notation.at) != '=') {
      values.add(notation.value());
      notation.at++;
    }
    return values;
  }

  private long value() {
    char c = text.charAt(at);
    if (c == '"') {
      return heap.string(string().getBytes(StandardCharsets.ISO_8859_1));
    }
    if (text.startsWith("[|", at)) {
      at += 2;
      long[] bits = sequence(this::floatBits);
      at++;
      return fill(Tag.DOUBLE_ARRAY, bits);
    }
    if (c == '[') {
      at++;
      int tag = Integer.parseInt(word());
      at += 2;
      return fill(tag, sequence(this::value));
    }
    if (c == 'f') {
      return Boxed.ofBits(heap, floatBits());
    }
    return number();
  }

  private long number() {
    String digits = word();
    if (at < text.length() && "lLn".indexOf(text.charAt(at)) >= 0) {
      long n = Long.parseLong(digits);
      return switch (text.charAt(at++)) {
        case 'l' -> Boxed.ofInt32(heap, (int) n);
        case 'L' -> Boxed.ofInt64(heap, n);
        default -> Boxed.ofNativeint(heap, n);
      };
    }
    return Value.ofLong(Long.parseLong(digits));
  }

  private long floatBits() {
    at += 17;
    return Long.parseUnsignedLong(text.substring(at - 16, at), 16);
  }

  private long[] sequence(java.util.function.LongSupplier element) {
    List<Long> elements = new ArrayList<>();
    while ("]|".indexOf(text.charAt(at)) < 0) {
      elements.add(element.getAsLong());
      if (text.charAt(at) == ' ') {
        at++;
      }
    }
    at++;
    return elements.stream().mapToLong(Long::longValue).toArray();
  }

  private long fill(int tag, long[] words) {
    long block = heap.allocate(words.length, words.length == 0 ? 0 : tag);
    for (int i = 0; i < words.length; i++) {
      if (tag >= Tag.NO_SCAN) {
        heap.setWordAt(block, i, words[i]);
      } else {
        heap.init(block, i, words[i]);
      }
    }
    return block;
  }

  private String word() {
    int start = at;
    while (at < text.length() && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))) {
      at++;
    }
    return text.substring(start, at);
  }

  /** OCaml's %S. */
  private String string() {
    StringBuilder s = new StringBuilder();
    at++;
    while (text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c != '\\') {
        s.append(c);
        continue;
      }
      int named = "ntbr\\\"".indexOf(text.charAt(at));
      if (named >= 0) {
        s.append("\n\t\b\r\\\"".charAt(named));
        at++;
      } else {
        s.append((char) Integer.parseInt(text.substring(at, at + 3)));
        at += 3;
      }
    }
    at++;
    return s.toString();
  }

  static String show(Heap heap, long v) {
    if (Value.isInt(v)) {
      return Long.toString(Value.longOf(v));
    }
    int tag = heap.tag(v);
    return switch (tag) {
      case Tag.STRING -> quoted(Text.latin(heap, v));
      case Tag.DOUBLE -> bits(heap.wordAt(v, 0));
      case Tag.DOUBLE_ARRAY -> "[|" + fields(heap, v, i -> bits(heap.wordAt(v, i))) + "|]";
      case Tag.CUSTOM -> Boxed.longOf(heap, v) + suffix(heap, v);
      default -> "[" + tag + ": " + fields(heap, v, i -> show(heap, heap.field(v, i))) + "]";
    };
  }

  static String show(Heap heap, OcamlException e) {
    if (heap.tag(e.value()) == Tag.OBJECT) {
      return "!" + Text.latin(heap, heap.field(e.value(), 0));
    }
    String name = Text.latin(heap, heap.field(heap.field(e.value(), 0), 0));
    return "!" + name + "(" + show(heap, heap.field(e.value(), 1)) + ")";
  }

  private static String suffix(Heap heap, long v) {
    return switch (Boxed.kindOf(heap, v)) {
      case INT32 -> "l";
      case INT64 -> "L";
      default -> "n";
    };
  }

  private static String bits(long word) {
    return String.format("f%016x", word);
  }

  private static String fields(Heap heap, long block, IntFunction<String> field) {
    return IntStream.range(0, heap.sizeWords(block)).mapToObj(field).collect(Collectors.joining(" "));
  }

  private static String quoted(String latin) {
    StringBuilder s = new StringBuilder("\"");
    for (int i = 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      int named = "\n\t\b\r\\\"".indexOf(c);
      if (named >= 0) {
        s.append('\\').append("ntbr\\\"".charAt(named));
      } else if (c < ' ' || c > '~') {
        s.append(String.format("\\%03d", (int) c));
      } else {
        s.append(c);
      }
    }
    return s.append('"').toString();
  }
}
