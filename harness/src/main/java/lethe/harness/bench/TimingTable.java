package lethe.harness.bench;

import java.util.List;
import java.util.Locale;

/** Timings as a table: a line per program, the geometric mean of the ratios last. */
final class TimingTable {
  private TimingTable() {}

  static String text(List<Timing> timings) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%-14s %12s %12s %8s%n", "program", "ocamlrun", "lethe", "ratio"));
    double logarithms = 0;
    for (Timing timing : timings) {
      text.append(String.format(
          Locale.ROOT,
          "%-14s %10.3f s %10.3f s %7.2fx%n",
          timing.program(), timing.ocamlrunSeconds(), timing.letheSeconds(), timing.ratio()));
      logarithms += Math.log(timing.ratio());
    }
    double mean = Math.exp(logarithms / timings.size());
    return text.append(String.format(Locale.ROOT, "%-14s %33.2fx%n", "geometric mean", mean)).toString();
  }
}
