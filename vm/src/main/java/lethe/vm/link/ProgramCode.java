package lethe.vm.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Operand;

/** Code that was linked for a program: its slots are this machine's, its primitives are numbered by the program's own table. */
final class ProgramCode {
  private final Machine machine;
  private final Loader loader;

  ProgramCode(Machine machine, Loader loader) {
    this.machine = machine;
    this.loader = loader;
  }

  /** Gives the calls in the code this machine's numbers; tells which primitives are called, of all that the table names. */
  Set<String> renumber(String name, int[] code, List<String> primitives) {
    Set<String> called = new LinkedHashSet<>();
    for (Insn insn : insns(name, code)) {
      int i = insn.operation().operands().indexOf(Operand.PRIMITIVE);
      if (i >= 0) {
        String primitive = primitives.get(insn.operand(i));
        called.add(primitive);
        code[insn.offset() + 1 + i] = loader.primitiveNumber(primitive);
      }
    }
    return called;
  }

  /** Adds the code as it is. */
  CodeBlock addStatic(String name, int[] code) {
    List<Insn> insns = insns(name, code);
    return machine.code.add(name, true, code, slotsOf(insns), insns, loader.decoder());
  }

  /** Adds the code through the policy, which may rewrite it in place. */
  CodeBlock addLoaded(String unit, int[] code) {
    String name = loader.instance(unit);
    List<Insn> plain = insns(name, code);
    loader.rewrite(plain, code);
    List<Insn> insns = loader.rewrittenInsns(name, code);
    CodeBlock block = machine.code.add(name, false, code, slotsOf(insns), insns, loader.decoder());
    loader.reportLoaded(block, plain, insns);
    return block;
  }

  static List<Insn> insns(String name, int[] code) {
    List<Insn> insns = new ArrayList<>();
    Insn.all(name, code).forEach(insns::add);
    return insns;
  }

  private static int[] slotsOf(List<Insn> insns) {
    Set<Integer> slots = new LinkedHashSet<>();
    for (Insn insn : insns) {
      int i = insn.operation().operands().indexOf(Operand.GLOBAL);
      if (i >= 0) {
        slots.add(insn.operand(i));
      }
    }
    return slots.stream().mapToInt(Integer::intValue).toArray();
  }
}
