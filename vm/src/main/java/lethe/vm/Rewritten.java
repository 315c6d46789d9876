package lethe.vm;

import java.util.List;
import java.util.function.IntFunction;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.Relocation;
import lethe.vm.interp.Policy;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Operand;
import lethe.vm.isa.Operation;

/**
 * The code of a unit as a policy would load it, before it is linked.
 *
 * @param code a copy; offsets and operands are those of the unit
 * @param operations of the numbers that stand in it
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record Rewritten(int[] code, IntFunction<? extends Operation> operations) {
  /** Rewrites a copy of the unit's code. */
  public static Rewritten by(String policyId, CompilationUnit unit) {
    Policy policy = new VmParts().policy(policyId);
    int[] code = unit.code().clone();
    for (Insn insn : Insn.all(unit.name(), unit.code())) {
      code[insn.offset()] = policy.rewrite(insn, primitive(insn, unit.relocations())).number();
    }
    return new Rewritten(code, policy::operation);
  }

  private static String primitive(Insn insn, List<Relocation> relocations) {
    int i = insn.operation().operands().indexOf(Operand.PRIMITIVE);
    if (i >= 0) {
      for (Relocation relocation : relocations) {
        if (relocation.offsetInts() == insn.offset() + 1 + i && relocation instanceof Relocation.Primitive primitive) {
          return primitive.name();
        }
      }
    }
    return "";
  }
}
