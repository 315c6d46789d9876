package lethe.vm.asm;

/**
 * One word of a line.
 *
 * @param text a name or number as written; a string's or character's bytes, one per character; a mark
 * @param column from 1
 */
record Token(Kind kind, String text, int column) {
  enum Kind {
    NAME("a name"),
    INTEGER("an integer"),
    INT32("an int32"),
    INT64("an int64"),
    NATIVEINT("a nativeint"),
    FLOAT("a float"),
    STRING("a string"),
    IMM_STRING("a string"),
    CHAR("a character"),
    MARK("a mark"),
    END("the end of the line");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  boolean isMark(String mark) {
    return kind == Kind.MARK && text.equals(mark);
  }

  boolean isName() {
    return kind == Kind.NAME;
  }

  /** For messages. */
  String shown() {
    return switch (kind) {
      case END -> kind.toString();
      case STRING, IMM_STRING, CHAR -> kind.toString();
      default -> "'" + text + "'";
    };
  }
}
