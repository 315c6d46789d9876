package lethe.vm.asm;

import java.util.ArrayDeque;
import java.util.Iterator;
import lethe.vm.fault.InputError;
import lethe.vm.format.Constant;

/** Writes a literal as {@link ConstantParser} reads it. */
final class ConstantPrinter {
  private final String where;
  private final StringBuilder out = new StringBuilder();
  private final ArrayDeque<Iterator<Constant>> open = new ArrayDeque<>();

  private ConstantPrinter(String where) {
    this.where = where;
  }

  /**
   * The text of a literal.
   *
   * @param where what it belongs to, for messages
   */
  static String print(String where, Constant constant) {
    return new ConstantPrinter(where).run(constant);
  }

  private String run(Constant constant) {
    one(constant);
    while (!open.isEmpty()) {
      if (open.peek().hasNext()) {
        Constant field = open.peek().next();
        out.append(' ');
        one(field);
      } else {
        open.pop();
        out.append(']');
      }
    }
    return out.toString();
  }

  private void one(Constant constant) {
    if (constant instanceof Constant.Block block) {
      out.append('[').append(block.tag()).append(':');
      open.push(block.fields().iterator());
    } else if (constant instanceof Constant.Int n) {
      out.append(n.value());
    } else if (constant instanceof Constant.Int32 n) {
      out.append(n.value()).append('l');
    } else if (constant instanceof Constant.Int64 n) {
      out.append(n.value()).append('L');
    } else if (constant instanceof Constant.NativeInt n) {
      out.append(n.value()).append('n');
    } else if (constant instanceof Constant.Char c) {
      quoted(String.valueOf((char) c.code()), '\'');
    } else if (constant instanceof Constant.Str string) {
      quoted(string.latin1(), '"');
    } else if (constant instanceof Constant.ImmString string) {
      out.append('@');
      quoted(string.latin1(), '"');
    } else if (constant instanceof Constant.Dbl dbl) {
      number(dbl.text());
    } else if (constant instanceof Constant.FloatArray array) {
      String separator = "[|";
      for (String text : array.texts()) {
        out.append(separator);
        number(text);
        separator = " ";
      }
      out.append(array.texts().isEmpty() ? "[||]" : "|]");
    }
  }

  private void number(String text) {
    // An integer's text would be read back as an integer.
    if (!LineLexer.FLOAT.matcher(text).matches() || text.matches("-?([0-9]+|0[xX][0-9A-Fa-f]+)")) {
      throw new InputError(where, "a float literal", "'" + text + "'");
    }
    out.append(text);
  }

  private void quoted(String bytes, char quote) {
    out.append(quote);
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\t' -> out.append("\\t");
        case '\\' -> out.append("\\\\");
        default -> {
          if (c == quote) {
            out.append('\\').append(c);
          } else if (c >= ' ' && c <= '~') {
            out.append(c);
          } else {
            out.append('\\').append((char) ('0' + c / 100)).append((char) ('0' + c / 10 % 10));
            out.append((char) ('0' + c % 10));
          }
        }
      }
    }
    out.append(quote);
  }
}
