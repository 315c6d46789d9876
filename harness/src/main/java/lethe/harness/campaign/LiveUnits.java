package lethe.harness.campaign;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lethe.harness.bench.CpuClock;
import lethe.vm.Vm;
import lethe.vm.VmOptions;

/** What a full collection costs while units are alive: none, then three numbers of them, each ten times the one before. */
final class LiveUnits {
  static final int UNITS = 10_000;

  /** The power of their number with which the time may grow beside what a collection without units takes. */
  private static final double LINEAR = 1.5;

  static final int STEPS = 3;
  static final int STEP = 10;
  private static final int COLLECTIONS = 9;

  private LiveUnits() {}

  static boolean run(String policy, int units, PrintStream out) {
    int least = units / STEP / STEP;
    measure(policy, least); // warms up
    long empty = measure(policy, 0);
    out.printf("%9s %12s %12s%n", "units", "full gc us", "us a unit");
    out.printf(Locale.ROOT, "%9d %12.1f %12s%n", 0, empty / 1e3, "-");
    List<Integer> sizes = new ArrayList<>();
    List<Long> costs = new ArrayList<>();
    for (int step = 0, size = least; step < STEPS; step++, size *= STEP) {
      long nanos = measure(policy, size);
      sizes.add(size);
      costs.add(nanos - empty);
      out.printf(Locale.ROOT, "%9d %12.1f %12.3f%n", size, nanos / 1e3, (nanos - empty) / 1e3 / size);
    }
    double exponent = Fit.exponent(sizes, costs);
    out.printf(Locale.ROOT, "n live units cost n^%.2f more; linear up to n^%.2f%n", exponent, LINEAR);
    return exponent <= LINEAR;
  }

  /** The shortest of some full collections, in nanoseconds of this thread. */
  private static long measure(String policy, int units) {
    try (Vm vm = Vm.create(VmOptions.defaults().withPolicy(policy))) {
      for (int i = 0; i < units; i++) {
        Units.closedFunction(vm); // never closed: it goes with the machine
      }
      long best = Long.MAX_VALUE;
      for (int i = 0; i < COLLECTIONS; i++) {
        long start = CpuClock.nanos();
        vm.collect();
        best = Math.min(best, CpuClock.nanos() - start);
      }
      if (vm.liveUnits().size() != units) {
        throw new IllegalStateException(vm.liveUnits().size() + " of " + units + " units are alive");
      }
      return best;
    }
  }
}
