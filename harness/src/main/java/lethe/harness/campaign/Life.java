package lethe.harness.campaign;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.trace.Level;

/**
 * Load, use, drop, collect. Each unit has a name of its own, as in a host that names plugins by their requests, unless a trace
 * must tell them apart for ever. Samples are taken at the powers of ten and at each tenth of the whole; the slopes are those of the tenths from the second on, when what is
 * made once has been made.
 */
final class Life {
  static final int CYCLES = 1_000_000;
  static final int PARTS = 10;

  private Life() {}

  static boolean run(String policy, int cycles, boolean traced, PrintStream out) {
    VmOptions options = VmOptions.defaults().withPolicy(policy);
    if (traced) {
      options = options.withTrace(Level.EFFECTS, Set.of(), event -> {});
    }
    List<Sample> samples = new ArrayList<>();
    Set<Integer> points = points(cycles);
    try (Vm vm = Vm.create(options)) {
      for (int cycle = 1; cycle <= cycles; cycle++) {
        Units.useOnce(vm, traced ? "plugin" : "plugin" + cycle);
        vm.collect();
        if (points.contains(cycle)) {
          samples.add(Sample.of(cycle, vm));
        }
      }
    }
    return print(samples, out);
  }

  private static Set<Integer> points(int cycles) {
    Set<Integer> points = new TreeSet<>();
    for (long power = 1; power < cycles; power *= 10) {
      points.add((int) power);
    }
    for (int part = 1; part <= PARTS; part++) {
      points.add((int) ((long) cycles * part / PARTS));
    }
    return points;
  }

  private static boolean print(List<Sample> samples, PrintStream out) {
    out.printf("%9s", "cycles");
    for (Gauge gauge : Gauge.values()) {
      out.printf(" %12s", gauge.title());
    }
    out.println();
    for (Sample sample : samples) {
      out.printf("%9d", sample.cycle());
      for (Gauge gauge : Gauge.values()) {
        out.printf(" %12d", sample.of(gauge));
      }
      out.println();
    }
    int last = samples.get(samples.size() - 1).cycle();
    List<Sample> fitted = samples.stream().filter(sample -> sample.cycle() >= 2 * (last / PARTS)).toList();
    List<Double> x = fitted.stream().map(sample -> (double) sample.cycle()).toList();
    double span = last - x.get(0);
    List<String> grows = new ArrayList<>();
    StringBuilder slopes = new StringBuilder(String.format(Locale.ROOT, "%9s", "slope"));
    StringBuilder tolerances = new StringBuilder(String.format(Locale.ROOT, "%9s", "up to"));
    for (Gauge gauge : Gauge.values()) {
      double slope = Fit.slope(x, fitted.stream().map(sample -> (double) sample.of(gauge)).toList());
      double tolerance = gauge.noise() / span;
      slopes.append(String.format(Locale.ROOT, " %12.4f", slope));
      tolerances.append(String.format(Locale.ROOT, " %12.4f", tolerance));
      if (slope > tolerance) {
        grows.add(gauge.title());
      }
    }
    out.println(slopes);
    out.println(tolerances);
    out.println(grows.isEmpty() ? "nothing grows" : "grows: " + String.join(", ", grows));
    return grows.isEmpty();
  }
}
