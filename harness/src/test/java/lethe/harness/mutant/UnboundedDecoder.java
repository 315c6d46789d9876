package lethe.harness.mutant;

import java.util.function.IntFunction;
import lethe.vm.VmParts;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Policy;
import lethe.vm.prim.Primitive;

/** The decoder of a wrong machine in one that may take any number of steps: for programs that start Dynlink. */
public final class UnboundedDecoder extends VmParts {
  private final VmParts wrong;

  public UnboundedDecoder(VmParts wrong) {
    this.wrong = wrong;
  }

  @Override
  public Decoder decoder(Policy policy, IntFunction<Primitive> primitives) {
    return wrong.decoder(policy, primitives);
  }
}
