package lethe.harness.change;

/** Finds the names in a line as {@link Name#SPELLING} does, in one pass over its characters: reading is most of the work of a long diff. */
final class NameScan {
  private String line;
  private int start;
  private int dot;
  private int end;
  private boolean isPlace;

  void on(String text) {
    line = text;
    end = 0;
  }

  /** Goes to the next name, if there is one. */
  boolean find() {
    int word = end; // where the word of letters, digits, _ ' and # began that ends here
    for (int i = end; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '@' && i - word == 3 && isObject(word, i)) {
        return true;
      }
      if (c == '+' && i > word && isUnit(word, i) && i + 1 < line.length() && isDigit(line.charAt(i + 1))) {
        start = word;
        end = digits(i + 1);
        dot = end;
        isPlace = true;
        return true;
      }
      if (!isLetter(c) && !isDigit(c) && c != '\'' && c != '#') {
        word = i + 1;
      }
    }
    end = line.length();
    return false;
  }

  private boolean isObject(int from, int at) {
    for (int i = from; i < at; i++) {
      if (line.charAt(i) < 'a' || line.charAt(i) > 'z') {
        return false;
      }
    }
    int i = at + 1;
    if (i >= line.length() || !isLetter(line.charAt(i))) {
      return false;
    }
    while (i < line.length() && (isLetter(line.charAt(i)) || isDigit(line.charAt(i)) || line.charAt(i) == '\'')) {
      i++;
    }
    i = number('#', i);
    i = number('+', i);
    int behind = number('.', i);
    if (behind == i) {
      return false;
    }
    start = from;
    dot = i;
    end = behind;
    isPlace = false;
    return true;
  }

  /** The end of the sign and a number there; the place itself if they are not there. */
  private int number(char sign, int at) {
    boolean isThere = at + 1 < line.length() && line.charAt(at) == sign && isDigit(line.charAt(at + 1));
    return isThere ? digits(at + 1) : at;
  }

  private int digits(int from) {
    int i = from;
    while (i < line.length() && isDigit(line.charAt(i))) {
      i++;
    }
    return i;
  }

  /** A unit, maybe with the number of an instance. */
  private boolean isUnit(int from, int to) {
    if (!isLetter(line.charAt(from))) {
      return false;
    }
    int hash = line.indexOf('#', from);
    return hash < 0 || hash >= to || (hash + 1 < to && digits(hash + 1) == to);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  int start() {
    return start;
  }

  /** The end of the name without its count. */
  int dot() {
    return dot;
  }

  int end() {
    return end;
  }

  boolean isPlace() {
    return isPlace;
  }

  /** Of an object. */
  int count() {
    return Integer.parseInt(line, dot + 1, end, 10);
  }
}
