package lethe.vm.policy;

import lethe.vm.interp.Decoder;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;

/**
 * Frisch's design (caml-list, 12 December 2003) to the letter: the stub's CALL_DYN keeps the fake closure on the stack while
 * its code runs, and POP_DYN drops it after the return.
 *
 * <p>Layout: {@link FakeClosures}. Promises: sound and complete; not tail-safe: each call of a fake, a tail call too, pushes a
 * {@link KeepingFrame}, which only a return takes away.
 */
public class Stub extends FakeClosures {
  @Override
  public String id() {
    return "stub";
  }

  @Override
  DynOperation[] stubCode() {
    return new DynOperation[] {DynOperation.CALL_DYN, DynOperation.POP_DYN};
  }

  @Override
  public Instruction decode(Insn insn, Decoder decoder) {
    return insn.operation() == DynOperation.POP_DYN ? new KeepingFrame.Pop(insn) : super.decode(insn, decoder);
  }

  /** What lies on the stack while a fake's code runs: the fake. */
  protected long keptOnStack(Machine m) {
    return m.env;
  }

  @Override
  void beforeEntry(Machine m) {
    KeepingFrame.push(m, stub(), keptOnStack(m));
  }
}
