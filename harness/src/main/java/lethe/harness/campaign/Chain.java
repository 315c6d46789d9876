package lethe.harness.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lethe.harness.bench.CpuClock;
import lethe.vm.Limits;
import lethe.vm.LoadedUnit;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmValue;

/** Chains of units, each the half of the next, of which the last has the size asked for. */
final class Chain {
  static final int UNITS = 100_000;

  /** The power of their number with which the time to free them may grow; caches that become too small cost something. */
  private static final double LINEAR = 1.5;

  static final int PARTS = 8;
  private static final int FRAME_WORDS = 8;

  private final String policy;
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Long> freeing = new ArrayList<>();

  private Chain(String policy) {
    this.policy = policy;
  }

  static boolean run(String policy, int units, PrintStream out) {
    Chain chain = new Chain(policy);
    chain.measure(units / PARTS, new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)); // warms up
    chain.sizes.clear();
    chain.freeing.clear();
    out.printf("%9s %12s %12s %12s %9s%n", "units", "load s", "free s", "us a unit", "left");
    boolean allFreed = true;
    for (int part = PARTS; part >= 1; part /= 2) {
      allFreed &= chain.measure(units / part, out);
    }
    double exponent = Fit.exponent(chain.sizes, chain.freeing);
    out.printf(Locale.ROOT, "freeing n units takes n^%.2f; linear up to n^%.2f%n", exponent, LINEAR);
    out.println(allFreed ? "all are freed" : "units are left");
    return allFreed && exponent <= LINEAR;
  }

  private boolean measure(int units, PrintStream out) {
    VmOptions options = VmOptions.defaults().withPolicy(policy)
        .withStackLimitWords(Limits.LEAST_STACK_WORDS + FRAME_WORDS * units);
    try (Vm vm = Vm.create(options)) {
      int before = vm.codeBlocks();
      long start = CpuClock.nanos();
      VmValue head = build(vm, units);
      long built = CpuClock.nanos();
      try (VmValue zero = vm.ofLong(0); VmValue sum = vm.call(head, zero)) {
        Units.check(units, sum);
      }
      vm.collect();
      if (vm.codeBlocks() < before + units) {
        throw new IllegalStateException("units were freed that the head keeps");
      }
      head.close();
      long dropped = CpuClock.nanos();
      vm.collect();
      long freed = CpuClock.nanos() - dropped;
      sizes.add(units);
      freeing.add(freed);
      int left = vm.liveUnits().size();
      out.printf(Locale.ROOT, "%9d %12.3f %12.4f %12.3f %9d%n",
          units, (built - start) / 1e9, freed / 1e9, freed / 1e3 / units, left);
      return left == 0;
    }
  }

  private static VmValue build(Vm vm, int units) {
    VmValue head = Units.closedFunction(vm);
    for (int i = 1; i < units; i++) {
      try (LoadedUnit unit = vm.load("wrapper", Units.WRAPPER); VmValue wrap = unit.field(0)) {
        VmValue next = vm.call(wrap, head);
        head.close();
        head = next;
      }
    }
    return head;
  }
}
