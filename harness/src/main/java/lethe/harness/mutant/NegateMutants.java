package lethe.harness.mutant;

import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Operation;
import lethe.vm.policy.Handle;
import lethe.vm.policy.Negate;
import lethe.vm.value.Tag;

/** Policy {@code negate} without one of the faults that make it what it is: it would no longer be the patch of 2003. */
final class NegateMutants {
  private NegateMutants() {}

  static List<Mutant> all() {
    return List.of(
        PolicyMutant.of("negate-zero", "a function without variables gets a handle too", "zero has a sign", "H01",
            "negate", SignedZero::new),
        PolicyMutant.of("negate-steps-back", "an infix env is stepped back from before its last field is read",
            "what a second function makes has the handle", "H03", "negate", StepsBack::new));
  }

  private static final class SignedZero extends Negate {
    private final Handle other = new Handle();

    @Override
    public Operation rewrite(Insn insn, String primitive) {
      return primitive.isEmpty() ? other.rewrite(insn, primitive) : super.rewrite(insn, primitive);
    }
  }

  private static final class StepsBack extends Negate {
    @Override
    protected long handleOfEnv(Machine m) {
      Heap h = m.heap;
      long block = h.tag(m.env) == Tag.INFIX ? m.env - 8L * h.sizeWords(m.env) : m.env;
      return h.field(block, h.sizeWords(block) - 1);
    }
  }
}
