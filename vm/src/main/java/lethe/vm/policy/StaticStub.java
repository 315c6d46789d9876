package lethe.vm.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;

/** The few static instructions, named {@code stub} in traces, that closures of a policy point to. */
final class StaticStub {
  private StaticStub() {}

  /** Puts operations without operands into the machine, in order. */
  static CodeBlock add(Machine m, Decoder decoder, DynOperation... operations) {
    int[] code = Arrays.stream(operations).mapToInt(DynOperation::number).toArray();
    List<Insn> insns = new ArrayList<>();
    Insn.all("stub", code, DynOperation::of).forEach(insns::add);
    return m.code.add("stub", true, code, new int[0], insns, decoder);
  }
}
