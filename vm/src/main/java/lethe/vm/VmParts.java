package lethe.vm;

import java.util.function.IntFunction;
import lethe.vm.heap.CollectorSeams;
import lethe.vm.host.Host;
import lethe.vm.heap.Heap;
import lethe.vm.heap.HeapOptions;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.interp.family.OpcodeDecoder;
import lethe.vm.policy.Policies;
import lethe.vm.prim.Primitive;

/**
 * What a machine is made of. The one seam for machines that are wrong on purpose, or that count: each overrides one method and
 * so replaces one part. The right machine pays nothing for it.
 */
public class VmParts {
  public CollectorSeams collector() {
    return new CollectorSeams();
  }

  public Heap heap(HeapOptions options) {
    return new Heap(options, collector());
  }

  public Policy policy(String id) {
    return Policies.named(id);
  }

  public Machine machine(Heap heap, Host host, Policy policy, int stackLimitWords) {
    return new Machine(heap, host, policy, stackLimitWords);
  }

  public Decoder decoder(Policy policy, IntFunction<Primitive> primitives) {
    return new OpcodeDecoder(policy, primitives);
  }

  /** The primitive that takes the place of this one. */
  public Primitive primitive(Primitive p) {
    return p;
  }
}
