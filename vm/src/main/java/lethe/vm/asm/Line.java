package lethe.vm.asm;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import lethe.vm.asm.Token.Kind;
import lethe.vm.fault.InputError;

/** The tokens of one line, taken from left to right. */
final class Line {
  // More digits than any number that fits; converting many would take long.
  private static final int LONGEST_NUMBER = 80;

  private final String file;
  private final int number;
  private final List<Token> tokens;
  private int next;

  Line(String file, int number, String text) {
    this.file = file;
    this.number = number;
    this.tokens = LineLexer.tokens(file, number, text);
  }

  int number() {
    return number;
  }

  InputError error(Token at, String expected) {
    return error(at, expected, at.shown());
  }

  InputError error(Token at, String expected, String found) {
    return new InputError(file + ":" + number + ":" + at.column(), expected, found);
  }

  Token peek() {
    return tokens.get(next);
  }

  /** The token behind the next one; END stands for whatever is behind the end. */
  Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  boolean atEnd() {
    return peek().kind() == Kind.END;
  }

  /** Takes a token; the END stays. */
  Token take() {
    Token token = peek();
    if (token.kind() != Kind.END) {
      next++;
    }
    return token;
  }

  Token name(String what) {
    Token token = take();
    if (!token.isName()) {
      throw error(token, what);
    }
    return token;
  }

  void mark(String mark) {
    Token token = take();
    if (!token.isMark(mark)) {
      throw error(token, "'" + mark + "'");
    }
  }

  void end() {
    if (!atEnd()) {
      throw error(peek(), Kind.END.toString());
    }
  }

  /** An integer operand of 32 bits. */
  int word(String what) {
    Token token = take();
    if (token.kind() != Kind.INTEGER) {
      throw error(token, what);
    }
    return (int) within(token, 32);
  }

  /** The value of a number token, which must fit signed bits. */
  long within(Token token, int bits) {
    String text = token.text().toLowerCase(Locale.ROOT);
    if (text.length() > LONGEST_NUMBER) {
      throw error(token, "an integer of " + bits + " bits");
    }
    boolean hex = text.contains("x");
    BigInteger value = hex ? new BigInteger(text.replace("0x", ""), 16) : new BigInteger(text);
    if (value.bitLength() >= bits) {
      throw error(token, "an integer of " + bits + " bits");
    }
    return value.longValue();
  }
}
