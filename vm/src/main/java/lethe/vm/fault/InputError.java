package lethe.vm.fault;

/** The input is wrong: a file, a case, an argument. One message: where, what was expected, what was found. */
public class InputError extends RuntimeException {
  private final String where;
  private final String expected;
  private final String found;

  /**
   * @param where the file with line and column or byte offset, or the argument
   * @param expected what would have been right
   * @param found what stands there
   */
  public InputError(String where, String expected, String found) {
    super(where + ": expected " + expected + ", found " + found);
    this.where = where;
    this.expected = expected;
    this.found = found;
  }

  public String where() {
    return where;
  }

  public String expected() {
    return expected;
  }

  public String found() {
    return found;
  }
}
