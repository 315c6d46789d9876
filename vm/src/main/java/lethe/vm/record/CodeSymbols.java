package lethe.vm.record;

import lethe.vm.interp.Globals;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.family.PrimitiveCalls;
import lethe.vm.isa.Symbols;

/** Names for the operands of a linked instruction. A slot without a public name is shown without its number. */
final class CodeSymbols implements Symbols {
  private final Globals globals;
  private final Instruction instruction;

  CodeSymbols(Globals globals, Instruction instruction) {
    this.globals = globals;
    this.instruction = instruction;
  }

  @Override
  public String global(int operandOffset, int index) {
    String name = globals.nameOf(index);
    return name.isEmpty() ? "_" : name;
  }

  @Override
  public String primitive(int operandOffset, int index) {
    return PrimitiveCalls.nameIn(instruction);
  }
}
