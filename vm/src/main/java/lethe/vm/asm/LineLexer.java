package lethe.vm.asm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.vm.asm.Token.Kind;
import lethe.vm.fault.InputError;

/** Cuts one line into tokens; a comment ends it. */
final class LineLexer {
  /** What the assembler takes as a name. */
  static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_'.]*");

  /** What it takes as a float: OCaml's own lexical rule, and a sign. */
  static final Pattern FLOAT = Pattern.compile(
      "-?[0-9][0-9_]*(\\.[0-9_]*)?([eE][+-]?[0-9][0-9_]*)?"
          + "|-?0[xX][0-9A-Fa-f][0-9A-Fa-f_]*(\\.[0-9A-Fa-f_]*)?([pP][+-]?[0-9][0-9_]*)?");

  private static final Pattern INTEGER = Pattern.compile("(-?(?:[0-9]+|0[xX][0-9A-Fa-f]+))([lLn]?)");
  private static final Pattern NUMBER_START = Pattern.compile("-?[0-9]");
  private static final String MARKS = "[]|:";

  private final String file;
  private final int line;
  private final String text;
  private int at;

  private LineLexer(String file, int line, String text) {
    this.file = file;
    this.line = line;
    this.text = text;
  }

  /** The tokens of a line, the last is of kind END. */
  static List<Token> tokens(String file, int line, String text) {
    return new LineLexer(file, line, text).run();
  }

  private InputError error(int index, String expected, String found) {
    return new InputError(file + ":" + line + ":" + (index + 1), expected, found);
  }

  private List<Token> run() {
    List<Token> tokens = new ArrayList<>();
    while (true) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at == text.length() || text.charAt(at) == ';') {
        tokens.add(new Token(Kind.END, "", at + 1));
        return tokens;
      }
      tokens.add(next());
    }
  }

  private Token next() {
    int start = at;
    char c = text.charAt(at);
    if (c == '"') {
      return new Token(Kind.STRING, quoted('"'), start + 1);
    }
    if (c == '@' && text.startsWith("\"", at + 1)) {
      at++;
      return new Token(Kind.IMM_STRING, quoted('"'), start + 1);
    }
    if (c == '\'') {
      String bytes = quoted('\'');
      if (bytes.length() != 1) {
        throw error(start, "a character of one byte", bytes.length() + " bytes");
      }
      return new Token(Kind.CHAR, bytes, start + 1);
    }
    if (text.startsWith("[|", at) || text.startsWith("|]", at)) {
      at += 2;
      return new Token(Kind.MARK, text.substring(start, at), start + 1);
    }
    if (MARKS.indexOf(c) >= 0) {
      at++;
      return new Token(Kind.MARK, String.valueOf(c), start + 1);
    }
    if (matches(NAME)) {
      return new Token(Kind.NAME, text.substring(start, at), start + 1);
    }
    if (matches(NUMBER_START)) {
      skipNumber();
      return number(start, text.substring(start, at));
    }
    throw error(start, "a name, a number, a literal or a comment", shown(text.codePointAt(start)));
  }

  /** By its number, if a terminal may not show it. */
  private static String shown(int c) {
    return c > ' ' && c < 0x7F ? "'" + (char) c + "'" : String.format("U+%04X", c);
  }

  private boolean matches(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    return true;
  }

  // Goes as far as a number could; what it is, or that it is none, is seen then.
  private void skipNumber() {
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean sign = (c == '+' || c == '-') && "eEpP".indexOf(text.charAt(at - 1)) >= 0;
      if (!sign && c != '.' && c != '_' && !Character.isLetterOrDigit(c)) {
        return;
      }
    }
  }

  private Token number(int start, String number) {
    Matcher integer = INTEGER.matcher(number);
    if (integer.matches()) {
      Kind kind = switch (integer.group(2)) {
        case "l" -> Kind.INT32;
        case "L" -> Kind.INT64;
        case "n" -> Kind.NATIVEINT;
        default -> Kind.INTEGER;
      };
      return new Token(kind, integer.group(1), start + 1);
    }
    if (FLOAT.matcher(number).matches()) {
      return new Token(Kind.FLOAT, number, start + 1);
    }
    throw error(start, "a number", "'" + number + "'");
  }

  // The bytes between quotes, one per character; escapes as in OCaml.
  private String quoted(char quote) {
    int start = at++;
    StringBuilder bytes = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\') {
        bytes.append(escape());
      } else {
        int codePoint = text.codePointAt(at);
        at += Character.charCount(codePoint);
        byte[] utf8 = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
        bytes.append(new String(utf8, StandardCharsets.ISO_8859_1));
      }
    }
    if (at >= text.length()) {
      throw error(start, "a closing " + quote, "the end of the line");
    }
    at++;
    return bytes.toString();
  }

  private char escape() {
    int start = at++;
    char c = at < text.length() ? text.charAt(at++) : ' ';
    switch (c) {
      case '\\', '"', '\'' -> {
        return c;
      }
      case 'n' -> {
        return '\n';
      }
      case 't' -> {
        return '\t';
      }
      case 'r' -> {
        return '\r';
      }
      case 'b' -> {
        return '\b';
      }
      default -> {} // a number, or wrong
    }
    int radix = c == 'x' ? 16 : 10;
    int from = c == 'x' ? at : at - 1;
    int to = at + 2;
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), radix) : -1;
      value = digit < 0 || value > 255 ? 256 : value * radix + digit;
    }
    if (value > 255) {
      throw error(start, "an escape \\n \\t \\r \\b \\\\ \\\" \\' \\ddd or \\xhh", "another one");
    }
    at = to;
    return (char) value;
  }
}
