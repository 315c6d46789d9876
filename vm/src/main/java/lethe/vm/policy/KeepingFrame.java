package lethe.vm.policy;

import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;
import lethe.vm.value.Value;

/**
 * A frame of three words that a policy's stub puts under a call's arguments, {@code [POP_DYN, kept, 0]}: it holds a value
 * while the callee runs, and POP_DYN takes it away after the return. A tail call leaves it behind.
 */
final class KeepingFrame {
  private static final int WORDS = 3;
  /** Where POP_DYN stands in a stub, behind the instruction that calls. */
  static final int POP_OFFSET = 1;

  private KeepingFrame() {}

  /** Puts the frame under the arguments, extra_args + 1 of them. The caller checks the stack afterwards. */
  static void push(Machine m, CodeBlock stub, long kept) {
    long[] s = m.stack;
    int arguments = m.extraArgs + 1;
    int p = m.sp - WORDS;
    for (int i = 0; i < arguments; i++) {
      s[p + i] = s[p + WORDS + i];
    }
    s[p + arguments] = stub.address(POP_OFFSET);
    s[p + arguments + 1] = kept;
    s[p + arguments + 2] = Value.ofLong(0);
    m.sp = p;
  }

  /** POP_DYN: goes on where the frame below says. */
  static final class Pop extends Instruction {
    Pop(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return m.popFrame();
    }
  }
}
