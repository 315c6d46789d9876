package lethe.vm.interp;

import lethe.vm.fault.Fault;
import lethe.vm.isa.Insn;

/** Stands where nothing may be executed: between instructions, behind a block's end, and all over a freed block. */
final class Trap extends Instruction {
  private final Fault.Kind kind;
  private final String unit;
  private final String detail;

  Trap(Insn insn, Fault.Kind kind, String unit, String detail) {
    super(insn);
    this.kind = kind;
    this.unit = unit;
    this.detail = detail;
  }

  @Override
  public Instruction execute(Machine m) {
    throw new Fault(kind, unit, detail);
  }

  @Override
  protected void link(CodeBlock b) {
    next = this;
    setRun(1);
  }
}
