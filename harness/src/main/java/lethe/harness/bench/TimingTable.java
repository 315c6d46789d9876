package lethe.harness.bench;

import java.util.List;
import java.util.Locale;

/** Timings as a table: a line per program, the geometric mean of the ratios last. */
final class TimingTable {
  private static final String HEAD = "%-14s %12s %12s %8s%n";
  private static final String ROW = "%-14s %10.3f s %10.3f s %7.2fx%n";
  private static final String MEAN = "%-14s %12s %12s %7.2fx%n";

  private TimingTable() {}

  static String text(List<Timing> timings) {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, HEAD, "program", "ocamlrun", "lethe", "ratio"));
    double logarithms = 0;
    for (Timing timing : timings) {
      text.append(String.format(
          Locale.ROOT, ROW, timing.program(), timing.ocamlrunSeconds(), timing.letheSeconds(), timing.ratio()));
      logarithms += Math.log(timing.ratio());
    }
    double mean = Math.exp(logarithms / timings.size());
    return text.append(String.format(Locale.ROOT, MEAN, "geometric mean", "", "", mean)).toString();
  }
}
