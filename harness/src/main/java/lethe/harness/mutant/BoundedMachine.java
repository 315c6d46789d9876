package lethe.harness.mutant;

import lethe.vm.fault.Fault;
import lethe.vm.heap.Heap;
import lethe.vm.host.Host;
import lethe.vm.interp.CodeSeams;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;

/** A machine that ends: a traced program is stopped with a fault after {@value #LIMIT_STEPS} instructions. */
class BoundedMachine extends Machine {
  /** Many times what the cases take that are tried. */
  static final long LIMIT_STEPS = 200_000;

  private long left = LIMIT_STEPS;

  BoundedMachine(Heap heap, Host host, Policy policy, int stackLimitWords) {
    this(heap, host, policy, stackLimitWords, new CodeSeams());
  }

  BoundedMachine(Heap heap, Host host, Policy policy, int stackLimitWords, CodeSeams seams) {
    super(heap, host, policy, stackLimitWords, seams);
  }

  @Override
  protected void observed(Instruction i) {
    if (left-- == 0) {
      throw new Fault(Fault.Kind.LIMIT, i.block().name(), "more than " + LIMIT_STEPS + " steps");
    }
  }
}
