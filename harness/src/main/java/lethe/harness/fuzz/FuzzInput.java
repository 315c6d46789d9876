package lethe.harness.fuzz;

/** One input that is tried alone. */
public final class FuzzInput {
  private FuzzInput() {}

  /** What is wrong with the answer to it; "" if nothing. */
  public static String problem(InputKind kind, byte[] input) {
    return new Watchdog().attempt(kind, input).problem();
  }
}
