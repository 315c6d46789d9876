package lethe.vm.interp.family;

import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Straight;
import lethe.vm.isa.Insn;
import lethe.vm.value.Value;

/** The global table. */
final class GlobalTable {
  private GlobalTable() {}

  static final class GetGlobal extends Straight {
    private final int n;

    GetGlobal(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.globals.get(n);
      return next.execute(m);
    }
  }

  static final class PushGetGlobal extends Straight {
    private final int n;

    PushGetGlobal(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.stack[--m.sp] = m.accu;
      m.accu = m.globals.get(n);
      return next.execute(m);
    }
  }

  static final class GetGlobalField extends Straight {
    private final int n;
    private final int field;

    GetGlobalField(Insn insn, int n, int field) {
      super(insn);
      this.n = n;
      this.field = field;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.heap.field(m.globals.get(n), field);
      return next.execute(m);
    }
  }

  static final class PushGetGlobalField extends Straight {
    private final int n;
    private final int field;

    PushGetGlobalField(Insn insn, int n, int field) {
      super(insn);
      this.n = n;
      this.field = field;
    }

    @Override
    public Instruction execute(Machine m) {
      m.stack[--m.sp] = m.accu;
      m.accu = m.heap.field(m.globals.get(n), field);
      return next.execute(m);
    }
  }

  static final class SetGlobal extends Straight {
    private final int n;

    SetGlobal(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.globals.set(n, m.accu);
      m.accu = Value.UNIT;
      return next.execute(m);
    }
  }
}
