package lethe.vm.interp.family;

import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Straight;
import lethe.vm.isa.Insn;
import lethe.vm.value.Value;

/** Exceptions. A trap frame is {@code [handler address, distance to the next trap frame in words, env, extra_args]}. */
final class Exceptions {
  private Exceptions() {}

  static final class PushTrap extends Straight {
    private long address;

    PushTrap(Insn insn) {
      super(insn);
    }

    @Override
    protected void link(CodeBlock b) {
      super.link(b);
      address = b.address(insn().targets()[0]);
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp - 4;
      s[p] = address;
      s[p + 1] = Value.ofLong(m.trapSp - p);
      s[p + 2] = m.env;
      s[p + 3] = Value.ofLong(m.extraArgs);
      m.sp = p;
      m.trapSp = p;
      return next.execute(m);
    }
  }

  static final class PopTrap extends Straight {
    PopTrap(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.poll(this);
      m.trapSp = m.sp + Value.intOf(m.stack[m.sp + 1]);
      m.sp += 4;
      return next.execute(m);
    }
  }

  /** RAISE and RERAISE: they differ in the backtrace only. */
  static final class Raise extends Instruction {
    private final boolean again;

    Raise(Insn insn, boolean again) {
      super(insn);
      this.again = again;
    }

    @Override
    public Instruction execute(Machine m) {
      return m.raise(this, m.accu, again);
    }
  }

  /** RAISE_NOTRACE. */
  static final class RaiseNotrace extends Instruction {
    RaiseNotrace(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return m.unwind(m.accu);
    }
  }
}
