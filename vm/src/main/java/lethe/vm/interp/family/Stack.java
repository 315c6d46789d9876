package lethe.vm.interp.family;

import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Straight;
import lethe.vm.isa.Insn;
import lethe.vm.value.Value;

/** The stack: slots read, pushed, dropped, assigned. */
final class Stack {
  private Stack() {}

  static final class Acc extends Straight {
    final int n;

    Acc(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.stack[m.sp + n];
      return next.execute(m);
    }
  }

  static final class Push extends Straight {
    Push(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.stack[--m.sp] = m.accu;
      return next.execute(m);
    }
  }

  /** The index counts after the push. */
  static final class PushAcc extends Straight {
    final int n;

    PushAcc(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp - 1;
      s[p] = m.accu;
      m.accu = s[p + n];
      m.sp = p;
      return next.execute(m);
    }
  }

  static final class Pop extends Straight {
    final int n;

    Pop(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.sp += n;
      return next.execute(m);
    }
  }

  static final class Assign extends Straight {
    final int n;

    Assign(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.stack[m.sp + n] = m.accu;
      m.accu = Value.UNIT;
      return next.execute(m);
    }
  }
}
