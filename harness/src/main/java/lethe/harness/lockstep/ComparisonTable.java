package lethe.harness.lockstep;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Comparisons of many programs, a row for each, told as they come. */
public final class ComparisonTable {
  private final PrintStream out;
  private final Map<Allowance, Long> allowed = new EnumMap<>(Allowance.class);
  private long steps;
  private int programs;
  private int different;
  private int leftOut;

  public ComparisonTable(PrintStream out) {
    this.out = out;
    out.printf(Locale.ROOT, "%-40s %-5s %15s %9s %9s%n", "program", "level", "steps", "ours M/s", "ref. M/s");
    out.flush();
  }

  /** Tells one more; what differs is told below its row. */
  public void add(String name, Comparison c) {
    if (c.refusal().isPresent()) {
      leftOut(name, c.refusal().get());
      return;
    }
    programs++;
    steps += c.steps();
    c.allowed().forEach((allowance, count) -> allowed.merge(allowance, count, Long::sum));
    out.printf(Locale.ROOT, "%-40s %-5s %,15d %9.1f %9.1f%s%n", name, c.level(), c.steps(), ComparisonText.rate(c.steps(), c.nanos()),
        ComparisonText.rate(c.steps(), c.referenceNanos()), c.agrees() ? "" : "  DIFFERENT");
    if (!c.agrees()) {
      different++;
      out.print(ComparisonText.difference(c));
    }
    out.flush();
  }

  /** Tells that a program cannot be compared, and why. */
  public void leftOut(String name, String reason) {
    leftOut++;
    out.printf(Locale.ROOT, "%-40s left out: %s%n", name, reason);
    out.flush();
  }

  /** Tells the totals. Was there no difference? */
  public boolean finish() {
    out.printf(Locale.ROOT, "%d programs, %,d steps, %d different, %d left out%n", programs, steps, different, leftOut);
    allowed.forEach((allowance, count) -> out.printf(Locale.ROOT, "  allowed %,d: %s%n", count, allowance.meaning()));
    out.flush();
    return different == 0;
  }
}
