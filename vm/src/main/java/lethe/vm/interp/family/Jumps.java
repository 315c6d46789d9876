package lethe.vm.interp.family;

import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;
import lethe.vm.value.Value;

/** Jumps. A comparing branch has its constant on the left: {@code BLTINT 3} jumps when 3 is less than accu. */
final class Jumps {
  private Jumps() {}

  /** An instruction with one label. */
  abstract static class Jump extends Instruction {
    protected Instruction target;

    Jump(Insn insn) {
      super(insn);
    }

    @Override
    protected void link(CodeBlock b) {
      super.link(b);
      target = b.at(insn().targets()[0]);
    }
  }

  static final class Branch extends Jump {
    Branch(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return target;
    }
  }

  static final class BranchIf extends Jump {
    BranchIf(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return m.accu != Value.FALSE ? target : next;
    }
  }

  static final class BranchIfNot extends Jump {
    BranchIfNot(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return m.accu == Value.FALSE ? target : next;
    }
  }

  /** A jump that compares accu with a constant. */
  abstract static class Compare extends Jump {
    final long constant;

    Compare(Insn insn) {
      super(insn);
      constant = Value.ofLong(insn.operand(0));
    }
  }

  static final class BranchEq extends Compare {
    BranchEq(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return constant == m.accu ? target : next;
    }
  }

  static final class BranchNeq extends Compare {
    BranchNeq(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return constant != m.accu ? target : next;
    }
  }

  static final class BranchLt extends Compare {
    BranchLt(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return constant < m.accu ? target : next;
    }
  }

  static final class BranchLe extends Compare {
    BranchLe(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return constant <= m.accu ? target : next;
    }
  }

  static final class BranchGt extends Compare {
    BranchGt(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return constant > m.accu ? target : next;
    }
  }

  static final class BranchGe extends Compare {
    BranchGe(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return constant >= m.accu ? target : next;
    }
  }

  static final class BranchUnsignedLt extends Compare {
    BranchUnsignedLt(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return Long.compareUnsigned(constant, m.accu) < 0 ? target : next;
    }
  }

  static final class BranchUnsignedGe extends Compare {
    BranchUnsignedGe(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return Long.compareUnsigned(constant, m.accu) >= 0 ? target : next;
    }
  }

  /** Jumps by the value of an integer or the tag of a block; the bounds are not checked, as in OCaml. */
  static final class Switch extends Instruction {
    private final int constants;
    private Instruction[] targets;

    Switch(Insn insn) {
      super(insn);
      constants = insn.operand(0) & 0xFFFF;
    }

    @Override
    protected void link(CodeBlock b) {
      super.link(b);
      int[] offsets = insn().targets();
      Instruction[] linked = new Instruction[offsets.length];
      for (int i = 0; i < offsets.length; i++) {
        linked[i] = b.at(offsets[i]);
      }
      targets = linked;
    }

    @Override
    public Instruction execute(Machine m) {
      long accu = m.accu;
      return Value.isInt(accu) ? targets[Value.intOf(accu)] : targets[constants + m.heap.tag(accu)];
    }
  }
}
