package lethe.harness.mutant;

import java.util.List;
import java.util.Set;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operation;
import lethe.vm.policy.Export;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** Wrong in policy {@code export}: a way out that it covers is not. */
final class ExportMutants {
  private ExportMutants() {}

  static List<Mutant> all() {
    return List.of(
        blind("export-post", "the fields of the posted module are not wrapped", "H13", Set.of(Opcode.SETGLOBAL)),
        blind("export-tail-call", "arguments of tail calls are not wrapped", "H22",
            Set.of(Opcode.APPTERM, Opcode.APPTERM1, Opcode.APPTERM2, Opcode.APPTERM3)),
        blind("export-many", "arguments of calls with more than three are not wrapped", "H06",
            Set.of(Opcode.APPLY, Opcode.APPTERM)),
        PolicyMutant.of("export-infix", "an infix pointer is not taken for a closure",
            "the second function of a group leaves its unit bare", "H04", "export", NoInfix::new),
        PolicyMutant.of("export-frame", "a wrapper is not kept while its closure runs",
            "a function that drops itself is freed", "H19", "export", EmptyFrame::new));
  }

  private static Mutant blind(String id, String wrong, String hazard, Set<Opcode> overlooked) {
    return PolicyMutant.of(id, wrong, "a way out that Kotivuori named is open", hazard, "export",
        () -> new Overlooks(overlooked));
  }

  private static final class Overlooks extends Export {
    private final Set<Opcode> overlooked;

    Overlooks(Set<Opcode> overlooked) {
      this.overlooked = overlooked;
    }

    @Override
    public Operation rewrite(Insn insn, String primitive) {
      Opcode plain = insn.operation().plain();
      return overlooked.contains(plain) ? plain : super.rewrite(insn, primitive);
    }
  }

  private static final class NoInfix extends Export {
    @Override
    protected boolean isPlain(Machine m, long word, CodeBlock block) {
      return super.isPlain(m, word, block) && m.heap.tag(word) != Tag.INFIX;
    }
  }

  private static final class EmptyFrame extends Export {
    @Override
    protected long keptOnStack(Machine m) {
      return Value.UNIT;
    }
  }
}
