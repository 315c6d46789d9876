package lethe.harness.cost;

/** What is counted. */
public enum Measure {
  INSTRUCTIONS("instructions", "i", "instructions executed"),
  READ("words read", "r", "heap words that instructions read, headers too"),
  ALLOCATED("words allocated", "a", "heap words allocated, headers too"),
  STACK("stack words", "s", "words by which the deepest stack is deeper"),
  EXAMINED("words marked", "m", "words that full collections read while they mark"),
  LOOKED_UP("addresses looked up", "l", "code addresses that full collections look up"),
  HEAP("heap words left", "h", "heap words alive after the closing collection"),
  CODE("code ints left", "c", "ints of code there after the closing collection"),
  SLOTS("slots left", "g", "global slots in use after the closing collection");

  private final String title;
  private final String symbol;
  private final String meaning;

  Measure(String title, String symbol, String meaning) {
    this.title = title;
    this.symbol = symbol;
    this.meaning = meaning;
  }

  /** Its name in tables and files. */
  public String title() {
    return title;
  }

  /** One letter for it, behind a figure. */
  public String symbol() {
    return symbol;
  }

  /** One line for {@code --help}. */
  public String meaning() {
    return meaning;
  }
}
