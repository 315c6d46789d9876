package lethe.harness.lockstep;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Comparisons of many programs, a row for each, told as they come. */
public final class ComparisonTable {
  private final PrintStream out;
  private final ComparisonTotals totals = new ComparisonTotals();
  private final Map<String, Integer> leftOut = new TreeMap<>();

  public ComparisonTable(PrintStream out) {
    this.out = out;
    out.printf(Locale.ROOT, "%-40s %-5s %15s %9s %9s%n", "program", "level", "steps", "ours M/s", "ref. M/s");
    out.flush();
  }

  /** Tells one more; what differs is told below its row. */
  public void add(String name, Comparison c) {
    if (c.apart().isPresent()) {
      leftOut(name, c.apart().get().meaning());
      return;
    }
    totals.add(c);
    out.printf(Locale.ROOT, "%-40s %-5s %,15d %9.1f %9.1f%s%n", name, c.level(), c.steps(), ComparisonText.rate(c.steps(), c.nanos()),
        ComparisonText.rate(c.steps(), c.referenceNanos()), c.agrees() ? "" : "  DIFFERENT");
    if (!c.agrees()) {
      out.print(ComparisonText.difference(c));
    }
    out.flush();
  }

  /** Tells that a program cannot be compared, and why. */
  public void leftOut(String name, String reason) {
    leftOut.merge(reason, 1, Integer::sum);
    out.printf(Locale.ROOT, "%-40s left out: %s%n", name, reason);
    out.flush();
  }

  /** Tells the totals. Was there no difference? */
  public boolean finish() {
    out.print(totals.text());
    leftOut.forEach((reason, count) -> out.printf(Locale.ROOT, "  left out %d: %s%n", count, reason));
    out.flush();
    return totals.agree();
  }
}
