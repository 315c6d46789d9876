package lethe.vm.interp.family;

import lethe.vm.fault.Fault;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;

/** What is left: the end, the poll at the head of loops, and what only OCaml's debugger writes. */
final class Control {
  private Control() {}

  static final class Stop extends Instruction {
    Stop(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return null;
    }
  }

  static final class CheckSignals extends Instruction {
    CheckSignals(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.poll(this);
      return next;
    }
  }

  /** EVENT and BREAK stand for an instruction that the debugger keeps elsewhere; there is no debugger here. */
  static final class DebuggerOnly extends Instruction {
    DebuggerOnly(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      throw new Fault(Fault.Kind.ILLEGAL_INSTRUCTION, block().name(), insn().operation().mnemonic() + " at " + site());
    }
  }
}
