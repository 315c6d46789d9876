package lethe.vm.interp.family;

import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Straight;
import lethe.vm.isa.Insn;
import lethe.vm.prim.Predef;
import lethe.vm.value.Value;

/** Integers of 63 bits, computed on their words 2n+1 so that overflow wraps as on the real machine. */
final class Arithmetic {
  private Arithmetic() {}

  static final class Neg extends Straight {
    Neg(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = 2 - m.accu;
      return next.execute(m);
    }
  }

  static final class Add extends Straight {
    Add(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = a + b - 1;
      return next.execute(m);
    }
  }

  static final class Sub extends Straight {
    Sub(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = a - b + 1;
      return next.execute(m);
    }
  }

  static final class Mul extends Straight {
    Mul(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = (a - 1) * (b >> 1) + 1;
      return next.execute(m);
    }
  }

  static final class Div extends Straight {
    Div(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long b = m.stack[m.sp++] >> 1;
      if (b == 0) {
        return m.fail(this, Predef.DIVISION_BY_ZERO);
      }
      m.accu = Value.ofLong((m.accu >> 1) / b);
      return next.execute(m);
    }
  }

  static final class Mod extends Straight {
    Mod(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long b = m.stack[m.sp++] >> 1;
      if (b == 0) {
        return m.fail(this, Predef.DIVISION_BY_ZERO);
      }
      m.accu = Value.ofLong((m.accu >> 1) % b);
      return next.execute(m);
    }
  }

  static final class And extends Straight {
    And(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = a & b;
      return next.execute(m);
    }
  }

  static final class Or extends Straight {
    Or(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = a | b;
      return next.execute(m);
    }
  }

  static final class Xor extends Straight {
    Xor(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = (a ^ b) | 1;
      return next.execute(m);
    }
  }

  /** Java takes the count modulo 64, as amd64 does. */
  static final class Lsl extends Straight {
    Lsl(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = ((a - 1) << (b >> 1)) + 1;
      return next.execute(m);
    }
  }

  /** Shifts the word of 64 bits. */
  static final class Lsr extends Straight {
    Lsr(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = ((a - 1) >>> (b >> 1)) | 1;
      return next.execute(m);
    }
  }

  static final class Asr extends Straight {
    Asr(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = (a >> (b >> 1)) | 1;
      return next.execute(m);
    }
  }

  static final class Eq extends Straight {
    Eq(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.accu == m.stack[m.sp++] ? Value.TRUE : Value.FALSE;
      return next.execute(m);
    }
  }

  static final class Neq extends Straight {
    Neq(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.accu != m.stack[m.sp++] ? Value.TRUE : Value.FALSE;
      return next.execute(m);
    }
  }

  static final class Lt extends Straight {
    Lt(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.accu < m.stack[m.sp++] ? Value.TRUE : Value.FALSE;
      return next.execute(m);
    }
  }

  static final class Le extends Straight {
    Le(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.accu <= m.stack[m.sp++] ? Value.TRUE : Value.FALSE;
      return next.execute(m);
    }
  }

  static final class Gt extends Straight {
    Gt(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.accu > m.stack[m.sp++] ? Value.TRUE : Value.FALSE;
      return next.execute(m);
    }
  }

  static final class Ge extends Straight {
    Ge(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.accu >= m.stack[m.sp++] ? Value.TRUE : Value.FALSE;
      return next.execute(m);
    }
  }

  static final class UnsignedLt extends Straight {
    UnsignedLt(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = Value.ofBoolean(Long.compareUnsigned(m.accu, m.stack[m.sp++]) < 0);
      return next.execute(m);
    }
  }

  static final class UnsignedGe extends Straight {
    UnsignedGe(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = Value.ofBoolean(Long.compareUnsigned(m.accu, m.stack[m.sp++]) >= 0);
      return next.execute(m);
    }
  }

  static final class OffsetInt extends Straight {
    final long delta;

    OffsetInt(Insn insn, int n) {
      super(insn);
      // As in C, the operand is shifted as an int of 32 bits.
      int doubled = n << 1;
      this.delta = doubled;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu += delta;
      return next.execute(m);
    }
  }

  /** Adds to field 0, which is an integer: the barrier has nothing to do. */
  static final class OffsetRef extends Straight {
    final long delta;

    OffsetRef(Insn insn, int n) {
      super(insn);
      // As in C, the operand is shifted as an int of 32 bits.
      int doubled = n << 1;
      this.delta = doubled;
    }

    @Override
    public Instruction execute(Machine m) {
      m.heap.setField(m.accu, 0, m.heap.field(m.accu, 0) + delta);
      m.accu = Value.UNIT;
      return next.execute(m);
    }
  }

  static final class IsInt extends Straight {
    IsInt(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = Value.ofBoolean(Value.isInt(m.accu));
      return next.execute(m);
    }
  }

  static final class BoolNot extends Straight {
    BoolNot(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = 4 - m.accu;
      return next.execute(m);
    }
  }
}
