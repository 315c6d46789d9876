package lethe.vm.interp.family;

import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Straight;
import lethe.vm.isa.Insn;

/** The environment: fields of the running closure, and the closure itself or one beside it. */
final class Environment {
  private Environment() {}

  static final class EnvAcc extends Straight {
    final int n;

    EnvAcc(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.heap.field(m.env, n);
      return next.execute(m);
    }
  }

  static final class PushEnvAcc extends Straight {
    final int n;

    PushEnvAcc(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.stack[--m.sp] = m.accu;
      m.accu = m.heap.field(m.env, n);
      return next.execute(m);
    }
  }

  static final class OffsetClosure extends Straight {
    final long bytes;

    OffsetClosure(Insn insn, int n) {
      super(insn);
      this.bytes = n * 8L;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.env + bytes;
      return next.execute(m);
    }
  }

  static final class PushOffsetClosure extends Straight {
    final long bytes;

    PushOffsetClosure(Insn insn, int n) {
      super(insn);
      this.bytes = n * 8L;
    }

    @Override
    public Instruction execute(Machine m) {
      m.stack[--m.sp] = m.accu;
      m.accu = m.env + bytes;
      return next.execute(m);
    }
  }
}
