package lethe.harness.lockstep;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Sums of many comparisons. */
public final class ComparisonTotals {
  private final Map<Allowance, Long> allowed = new EnumMap<>(Allowance.class);
  private long steps;
  private int programs;
  private int whole;
  private int different;

  /** Counts one more. */
  public synchronized void add(Comparison c) {
    programs++;
    steps += c.steps();
    whole += c.whole() ? 1 : 0;
    different += c.agrees() ? 0 : 1;
    c.allowed().forEach((allowance, count) -> allowed.merge(allowance, count, Long::sum));
  }

  /** Was there no difference? */
  public synchronized boolean agree() {
    return different == 0;
  }

  /** In one line, and one for each allowance. */
  public synchronized String text() {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
        "%d programs, %d of them to their end, %,d steps, %d different%n", programs, whole, steps, different));
    allowed.forEach((allowance, count) -> text.append(allowance.counted(count)));
    return text.toString();
  }
}
