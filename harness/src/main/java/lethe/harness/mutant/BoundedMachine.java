package lethe.harness.mutant;

import lethe.vm.heap.Heap;
import lethe.vm.host.Host;
import lethe.vm.interp.CodeSeams;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;

/** A machine that ends: a program is stopped with a fault after {@value #LIMIT_STEPS} instructions. */
class BoundedMachine extends Machine {
  /** Many times what the cases take that are tried. */
  static final long LIMIT_STEPS = 200_000;

  BoundedMachine(Heap heap, Host host, Policy policy, int stackLimitWords) {
    this(heap, host, policy, stackLimitWords, new CodeSeams());
  }

  BoundedMachine(Heap heap, Host host, Policy policy, int stackLimitWords, CodeSeams seams) {
    super(heap, host, policy, stackLimitWords, seams);
    limitSteps(LIMIT_STEPS);
  }
}
