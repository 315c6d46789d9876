package lethe.harness.fuzz;

/** Leaves out pieces of an input, large ones first, as long as the same problem stays. */
final class Minimiser {
  private static final int MOST_TRIALS = 400;

  private final Watchdog watchdog;
  private final InputKind kind;
  private final Attempt wanted;

  Minimiser(Watchdog watchdog, InputKind kind, Attempt wanted) {
    this.watchdog = watchdog;
    this.kind = kind;
    this.wanted = wanted;
  }

  /** The input itself if nothing can go, or if trying takes too long. */
  byte[] minimise(byte[] input) {
    if (wanted.kind().equals("no answer")) {
      return input;
    }
    byte[] smallest = input;
    int trials = 0;
    for (int piece = input.length / 2; piece > 0; piece /= 2) {
      for (int at = 0; at + piece <= smallest.length && trials < MOST_TRIALS; trials++) {
        byte[] smaller = without(smallest, at, piece);
        if (watchdog.attempt(kind, smaller).kind().equals(wanted.kind())) {
          smallest = smaller;
        } else {
          at += piece;
        }
      }
    }
    return smallest;
  }

  private static byte[] without(byte[] input, int at, int length) {
    byte[] output = new byte[input.length - length];
    System.arraycopy(input, 0, output, 0, at);
    System.arraycopy(input, at + length, output, at, output.length - at);
    return output;
  }
}
