package lethe.vm.interp.family;

import lethe.vm.heap.Heap;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Straight;
import lethe.vm.isa.Insn;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** Blocks: made, read, written; nothing is checked, as in OCaml. */
final class Blocks {
  private Blocks() {}

  static final class MakeBlock extends Straight {
    final int n;
    private final int tag;

    MakeBlock(Insn insn, int n, int tag) {
      super(insn);
      this.n = n;
      this.tag = tag;
    }

    @Override
    public Instruction execute(Machine m) {
      Heap h = m.heap;
      long block = m.allocate(this, n, tag);
      long[] s = m.stack;
      int p = m.sp;
      h.init(block, 0, m.accu);
      for (int i = 1; i < n; i++) {
        h.init(block, i, s[p++]);
      }
      m.sp = p;
      m.accu = block;
      return next.execute(m);
    }
  }

  static final class MakeFloatBlock extends Straight {
    final int n;

    MakeFloatBlock(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      Heap h = m.heap;
      long block = m.allocate(this, n, Tag.DOUBLE_ARRAY);
      h.setDoubleField(block, 0, h.doubleField(m.accu, 0));
      for (int i = 1; i < n; i++) {
        h.setDoubleField(block, i, h.doubleField(m.stack[m.sp++], 0));
      }
      m.accu = block;
      return next.execute(m);
    }
  }

  static final class GetField extends Straight {
    final int n;

    GetField(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.heap.field(m.accu, n);
      return next.execute(m);
    }
  }

  static final class GetFloatField extends Straight {
    final int n;

    GetFloatField(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      long block = m.allocate(this, 1, Tag.DOUBLE);
      m.heap.setDoubleField(block, 0, m.heap.doubleField(m.accu, n));
      m.accu = block;
      return next.execute(m);
    }
  }

  static final class SetField extends Straight {
    final int n;

    SetField(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.heap.setField(m.accu, n, m.stack[m.sp++]);
      m.accu = Value.UNIT;
      return next.execute(m);
    }
  }

  static final class SetFloatField extends Straight {
    final int n;

    SetFloatField(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.heap.setDoubleField(m.accu, n, m.heap.doubleField(m.stack[m.sp++], 0));
      m.accu = Value.UNIT;
      return next.execute(m);
    }
  }

  /** A flat float array has one word per element on this 64-bit machine. */
  static final class VectLength extends Straight {
    VectLength(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = Value.ofLong(m.heap.sizeWords(m.accu));
      return next.execute(m);
    }
  }

  static final class GetVectItem extends Straight {
    GetVectItem(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.heap.field(m.accu, Value.intOf(m.stack[m.sp++]));
      return next.execute(m);
    }
  }

  static final class SetVectItem extends Straight {
    SetVectItem(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp;
      m.heap.setField(m.accu, Value.intOf(s[p]), s[p + 1]);
      m.sp = p + 2;
      m.accu = Value.UNIT;
      return next.execute(m);
    }
  }

  static final class GetByte extends Straight {
    GetByte(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = Value.ofLong(m.heap.byteAt(m.accu, Value.intOf(m.stack[m.sp++])));
      return next.execute(m);
    }
  }

  static final class SetByte extends Straight {
    SetByte(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp;
      m.heap.setByteAt(m.accu, Value.intOf(s[p]), Value.intOf(s[p + 1]));
      m.sp = p + 2;
      m.accu = Value.UNIT;
      return next.execute(m);
    }
  }
}
