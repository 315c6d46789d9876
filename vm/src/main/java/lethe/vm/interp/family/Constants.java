package lethe.vm.interp.family;

import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Straight;
import lethe.vm.isa.Insn;

/** Integers and atoms. */
final class Constants {
  private Constants() {}

  /** An integer; the word itself. */
  static final class Const extends Straight {
    final long value;

    Const(Insn insn, long value) {
      super(insn);
      this.value = value;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = value;
      return next.execute(m);
    }
  }

  static final class PushConst extends Straight {
    final long value;

    PushConst(Insn insn, long value) {
      super(insn);
      this.value = value;
    }

    @Override
    public Instruction execute(Machine m) {
      m.stack[--m.sp] = m.accu;
      m.accu = value;
      return next.execute(m);
    }
  }

  static final class Atom extends Straight {
    private final int tag;

    Atom(Insn insn, int tag) {
      super(insn);
      this.tag = tag;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.heap.atom(tag);
      return next.execute(m);
    }
  }

  static final class PushAtom extends Straight {
    private final int tag;

    PushAtom(Insn insn, int tag) {
      super(insn);
      this.tag = tag;
    }

    @Override
    public Instruction execute(Machine m) {
      m.stack[--m.sp] = m.accu;
      m.accu = m.heap.atom(tag);
      return next.execute(m);
    }
  }
}
