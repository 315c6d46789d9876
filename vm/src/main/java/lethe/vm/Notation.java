package lethe.vm;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import lethe.vm.heap.Heap;
import lethe.vm.prim.std.FloatText;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Values as results and printed lines show them (corpus/README.md): {@code 42}, {@code 'text'}, {@code 3.5}, {@code [0: 1 2]},
 * {@code <fun>}, {@code <abstr>}; exceptions by the name of their constructor. No address, no identity.
 */
final class Notation {
  private static final int DEPTH = 8;

  private final Heap heap;

  Notation(Heap heap) {
    this.heap = heap;
  }

  String value(long word) {
    StringBuilder text = new StringBuilder();
    append(text, word, DEPTH);
    return text.toString();
  }

  private Optional<String> constructor(long word) {
    boolean is =
        Value.isBlock(word)
            && heap.tag(word) == Tag.OBJECT
            && heap.sizeWords(word) == 2
            && Value.isBlock(heap.field(word, 0))
            && heap.tag(heap.field(word, 0)) == Tag.STRING;
    return is ? Optional.of(latin1(heap.field(word, 0))) : Optional.empty();
  }

  private String latin1(long string) {
    return new String(heap.bytes(string), StandardCharsets.ISO_8859_1);
  }

  private void append(StringBuilder out, long word, int depth) {
    if (Value.isInt(word)) {
      out.append(Value.longOf(word));
      return;
    }
    if (!Value.isBlock(word)) {
      out.append("<abstr>");
      return;
    }
    switch (heap.tag(word)) {
      case Tag.CLOSURE, Tag.INFIX -> out.append("<fun>");
      case Tag.ABSTRACT, Tag.CUSTOM -> out.append("<abstr>");
      case Tag.STRING -> quote(out, latin1(word));
      case Tag.DOUBLE -> out.append(FloatText.shortest(heap.doubleField(word, 0)));
      default -> fields(out, word, depth);
    }
  }

  private static void quote(StringBuilder out, String text) {
    out.append('\'');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ' && c <= '~') {
        out.append(c);
      } else {
        out.append(String.format(Locale.ROOT, "\\x%02X", (int) c));
      }
    }
    out.append('\'');
  }

  private void fields(StringBuilder out, long block, int depth) {
    Optional<String> name = constructor(block);
    if (name.isPresent()) {
      out.append(name.get());
      return;
    }
    if (depth == 0) {
      out.append('…');
      return;
    }
    int tag = heap.tag(block);
    int size = heap.sizeWords(block);
    Optional<String> raised = tag == 0 && size >= 2 ? constructor(heap.field(block, 0)) : Optional.empty();
    int first = raised.isPresent() ? 1 : 0;
    out.append(raised.isPresent() ? raised.get() + "(" : "[" + tag + ":");
    for (int i = first; i < size; i++) {
      if (i > 1 || raised.isEmpty()) {
        out.append(' ');
      }
      if (tag == Tag.DOUBLE_ARRAY) {
        out.append(FloatText.shortest(heap.doubleField(block, i)));
      } else {
        append(out, heap.field(block, i), depth - 1);
      }
    }
    out.append(raised.isPresent() ? ')' : ']');
  }
}
