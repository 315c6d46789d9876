package lethe.harness.mutant;

import lethe.vm.VmParts;
import lethe.vm.heap.Heap;
import lethe.vm.host.Host;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;

/** The right parts, but for the bound on steps. A mutant overrides one more. */
class BoundedParts extends VmParts {
  @Override
  public Machine machine(Heap heap, Host host, Policy policy, int stackLimitWords) {
    return new BoundedMachine(heap, host, policy, stackLimitWords);
  }
}
