package lethe.vm.interp.family;

import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;
import lethe.vm.prim.Predef;
import lethe.vm.value.Value;

/** Integers of 63 bits, computed on their words 2n+1 so that overflow wraps as on the real machine. */
final class Arithmetic {
  private Arithmetic() {}

  static final class Neg extends Instruction {
    Neg(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = 2 - m.accu;
      return next;
    }
  }

  static final class Add extends Instruction {
    Add(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = a + b - 1;
      return next;
    }
  }

  static final class Sub extends Instruction {
    Sub(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = a - b + 1;
      return next;
    }
  }

  static final class Mul extends Instruction {
    Mul(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = (a - 1) * (b >> 1) + 1;
      return next;
    }
  }

  static final class Div extends Instruction {
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
      return next;
    }
  }

  static final class Mod extends Instruction {
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
      return next;
    }
  }

  static final class And extends Instruction {
    And(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = a & b;
      return next;
    }
  }

  static final class Or extends Instruction {
    Or(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = a | b;
      return next;
    }
  }

  static final class Xor extends Instruction {
    Xor(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = (a ^ b) | 1;
      return next;
    }
  }

  /** Java takes the count modulo 64, as amd64 does. */
  static final class Lsl extends Instruction {
    Lsl(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = ((a - 1) << (b >> 1)) + 1;
      return next;
    }
  }

  /** Shifts the word of 64 bits. */
  static final class Lsr extends Instruction {
    Lsr(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = ((a - 1) >>> (b >> 1)) | 1;
      return next;
    }
  }

  static final class Asr extends Instruction {
    Asr(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long a = m.accu;
      long b = m.stack[m.sp++];
      m.accu = (a >> (b >> 1)) | 1;
      return next;
    }
  }

  static final class Eq extends Instruction {
    Eq(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.accu == m.stack[m.sp++] ? Value.TRUE : Value.FALSE;
      return next;
    }
  }

  static final class Neq extends Instruction {
    Neq(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.accu != m.stack[m.sp++] ? Value.TRUE : Value.FALSE;
      return next;
    }
  }

  static final class Lt extends Instruction {
    Lt(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.accu < m.stack[m.sp++] ? Value.TRUE : Value.FALSE;
      return next;
    }
  }

  static final class Le extends Instruction {
    Le(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.accu <= m.stack[m.sp++] ? Value.TRUE : Value.FALSE;
      return next;
    }
  }

  static final class Gt extends Instruction {
    Gt(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.accu > m.stack[m.sp++] ? Value.TRUE : Value.FALSE;
      return next;
    }
  }

  static final class Ge extends Instruction {
    Ge(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.accu >= m.stack[m.sp++] ? Value.TRUE : Value.FALSE;
      return next;
    }
  }

  static final class UnsignedLt extends Instruction {
    UnsignedLt(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = Value.ofBoolean(Long.compareUnsigned(m.accu, m.stack[m.sp++]) < 0);
      return next;
    }
  }

  static final class UnsignedGe extends Instruction {
    UnsignedGe(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = Value.ofBoolean(Long.compareUnsigned(m.accu, m.stack[m.sp++]) >= 0);
      return next;
    }
  }

  static final class OffsetInt extends Instruction {
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
      return next;
    }
  }

  /** Adds to field 0, which is an integer: the barrier has nothing to do. */
  static final class OffsetRef extends Instruction {
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
      return next;
    }
  }

  static final class IsInt extends Instruction {
    IsInt(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = Value.ofBoolean(Value.isInt(m.accu));
      return next;
    }
  }

  static final class BoolNot extends Instruction {
    BoolNot(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = 4 - m.accu;
      return next;
    }
  }
}
