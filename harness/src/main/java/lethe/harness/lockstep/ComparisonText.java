package lethe.harness.lockstep;

import java.util.Locale;

/** A comparison for a person. */
public final class ComparisonText {
  private static final double NANOS = 1e9;
  private static final double MILLION = 1e6;

  private ComparisonText() {}

  /**
   * All of it.
   *
   * @param command what repeats it, with all that can be seen
   */
  public static String of(Comparison c, String command) {
    StringBuilder text = new StringBuilder();
    text.append(difference(c));
    text.append(String.format(Locale.ROOT, "%s: %,d steps at level %s%s%n",
        c.agrees() ? "no difference" : c.apart().isPresent() ? "NOT COMPARABLE" : "DIFFERENT", c.steps(), c.level(), rates(c)));
    c.apart().ifPresent(why -> text.append("  the program ").append(why.meaning()).append('\n'));
    c.allowed().forEach((allowance, count) -> {
      if (count > 0) {
        text.append(allowance.counted(count));
      }
    });
    if (!c.agrees()) {
      text.append("again: ").append(command).append('\n');
    }
    return text.toString();
  }

  /** What differs; nothing if nothing does. */
  public static String difference(Comparison c) {
    return c.divergence().map(DivergenceText::of).orElse("") + c.ending().map(what -> what + "\n").orElse("");
  }

  private static String rates(Comparison c) {
    return c.nanos() == 0
        ? ""
        : String.format(Locale.ROOT, "; ours %.2f s, %.1f M/s; reference %.2f s, %.1f M/s", c.nanos() / NANOS,
            rate(c.steps(), c.nanos()), c.referenceNanos() / NANOS, rate(c.steps(), c.referenceNanos()));
  }

  /** Million steps a second. */
  static double rate(long steps, long nanos) {
    return nanos == 0 ? 0 : steps / (nanos / NANOS) / MILLION;
  }
}
