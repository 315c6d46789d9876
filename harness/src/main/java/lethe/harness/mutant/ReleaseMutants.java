package lethe.harness.mutant;

import java.util.List;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.policy.Release;

/** Wrong in policy {@code release}. */
final class ReleaseMutants {
  private ReleaseMutants() {}

  static List<Mutant> all() {
    return List.of(
        PolicyMutant.of("release-group", "CLOSUREREC is not taken for building a function",
            "a unit with recursive functions only is freed under them", "H59", "release", OnlyClosure::new),
        PolicyMutant.of("release-never", "no unit is freed when its initialiser is over",
            "dead code is never freed", "H85", "release", Never::new));
  }

  private static final class OnlyClosure extends Release {
    @Override
    public void finished(Machine m, CodeBlock block) {
      boolean builds = false;
      for (Insn insn : Insn.all(block.name(), block.code())) {
        builds |= insn.operation() == Opcode.CLOSURE;
      }
      if (!builds) {
        m.code.free(block, "no function");
      }
    }
  }

  private static final class Never extends Release {
    @Override
    public void finished(Machine m, CodeBlock block) {}
  }
}
