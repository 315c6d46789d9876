package lethe.vm.interp.family;

import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Straight;
import lethe.vm.value.Value;

/**
 * Frequent pairs of instructions as one, which saves a dispatch. What such a pair does is what its two parts do, one after the
 * other; a test runs both.
 */
final class Fused {
  private Fused() {}

  /** The pair as one instruction, or the first itself. */
  static Instruction pair(Instruction a, Instruction b) {
    if (a instanceof Stack.Acc acc) {
      return afterAcc(acc, b);
    }
    if (a instanceof Stack.PushAcc push) {
      return afterPushAcc(push, b);
    }
    if (a instanceof Blocks.GetField get && b instanceof Stack.PushAcc push) {
      return new GetFieldPushAcc(get, push);
    }
    if (b instanceof Jumps.BranchIfNot branch) {
      return a instanceof Arithmetic.Eq eq ? new EqBranchIfNot(eq, branch)
          : a instanceof Arithmetic.Neq neq ? new NeqBranchIfNot(neq, branch)
          : a instanceof Arithmetic.Lt lt ? new LtBranchIfNot(lt, branch)
          : a instanceof Arithmetic.Gt gt ? new GtBranchIfNot(gt, branch)
          : a;
    }
    return a;
  }

  private static Instruction afterAcc(Stack.Acc a, Instruction b) {
    if (b instanceof Stack.PushAcc push) {
      return new AccPushAcc(a, push);
    } else if (b instanceof Arithmetic.OffsetInt offset) {
      return new AccOffsetInt(a, offset);
    } else if (b instanceof Blocks.GetField get) {
      return new AccGetField(a, get);
    } else if (b instanceof Jumps.BranchIfNot branch) {
      return new AccBranchIfNot(a, branch);
    } else if (b instanceof Jumps.BranchLe branch) {
      return new AccBranchLe(a, branch);
    } else if (b instanceof Jumps.BranchNeq branch) {
      return new AccBranchNeq(a, branch);
    }
    return a;
  }

  private static Instruction afterPushAcc(Stack.PushAcc a, Instruction b) {
    if (b instanceof Stack.PushAcc push) {
      return new PushAccPushAcc(a, push);
    } else if (b instanceof Arithmetic.OffsetInt offset) {
      return new PushAccOffsetInt(a, offset);
    } else if (b instanceof Blocks.GetField get) {
      return new PushAccGetField(a, get);
    }
    return a;
  }

  /** Two instructions, the second directly behind the first, that go on behind it. */
  private abstract static class Pair extends Straight {
    private final Instruction second;

    Pair(Instruction first, Instruction second) {
      super(first.insn());
      this.second = second;
    }

    @Override
    protected final int endOffset() {
      return second.insn().nextOffset();
    }

    @Override
    protected final int lengthInstructions() {
      return 2;
    }
  }

  /** A pair whose second jumps. */
  private abstract static class Jump extends Instruction {
    Instruction target;
    private final Instruction second;

    Jump(Instruction first, Instruction second) {
      super(first.insn());
      this.second = second;
    }

    @Override
    protected final void link(CodeBlock b) {
      super.link(b);
      target = b.at(second.insn().targets()[0]);
    }

    @Override
    protected final int endOffset() {
      return second.insn().nextOffset();
    }

    @Override
    protected final int lengthInstructions() {
      return 2;
    }
  }

  private static final class AccPushAcc extends Pair {
    private final int first;
    private final int second;

    AccPushAcc(Stack.Acc a, Stack.PushAcc b) {
      super(a, b);
      first = a.n;
      second = b.n - 1;
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp;
      long pushed = s[p + first];
      m.accu = second < 0 ? pushed : s[p + second];
      s[p - 1] = pushed;
      m.sp = p - 1;
      return next.execute(m);
    }
  }

  private static final class PushAccPushAcc extends Pair {
    private final int first;
    private final int second;

    PushAccPushAcc(Stack.PushAcc a, Stack.PushAcc b) {
      super(a, b);
      first = a.n;
      second = b.n;
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp - 2;
      s[p + 1] = m.accu;
      s[p] = s[p + 1 + first];
      m.accu = s[p + second];
      m.sp = p;
      return next.execute(m);
    }
  }

  private static final class AccOffsetInt extends Pair {
    private final int n;
    private final long delta;

    AccOffsetInt(Stack.Acc a, Arithmetic.OffsetInt b) {
      super(a, b);
      n = a.n;
      delta = b.delta;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.stack[m.sp + n] + delta;
      return next.execute(m);
    }
  }

  private static final class PushAccOffsetInt extends Pair {
    private final int n;
    private final long delta;

    PushAccOffsetInt(Stack.PushAcc a, Arithmetic.OffsetInt b) {
      super(a, b);
      n = a.n;
      delta = b.delta;
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp - 1;
      s[p] = m.accu;
      m.accu = s[p + n] + delta;
      m.sp = p;
      return next.execute(m);
    }
  }

  private static final class AccGetField extends Pair {
    private final int n;
    private final int field;

    AccGetField(Stack.Acc a, Blocks.GetField b) {
      super(a, b);
      n = a.n;
      field = b.n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.heap.field(m.stack[m.sp + n], field);
      return next.execute(m);
    }
  }

  private static final class PushAccGetField extends Pair {
    private final int n;
    private final int field;

    PushAccGetField(Stack.PushAcc a, Blocks.GetField b) {
      super(a, b);
      n = a.n;
      field = b.n;
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp - 1;
      s[p] = m.accu;
      m.accu = m.heap.field(s[p + n], field);
      m.sp = p;
      return next.execute(m);
    }
  }

  private static final class GetFieldPushAcc extends Pair {
    private final int field;
    private final int n;

    GetFieldPushAcc(Blocks.GetField a, Stack.PushAcc b) {
      super(a, b);
      field = a.n;
      n = b.n;
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp - 1;
      s[p] = m.heap.field(m.accu, field);
      m.accu = s[p + n];
      m.sp = p;
      return next.execute(m);
    }
  }

  private static final class AccBranchIfNot extends Jump {
    private final int n;

    AccBranchIfNot(Stack.Acc a, Jumps.BranchIfNot b) {
      super(a, b);
      n = a.n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.stack[m.sp + n];
      return m.accu == Value.FALSE ? target : next;
    }
  }

  private static final class AccBranchLe extends Jump {
    private final int n;
    private final long constant;

    AccBranchLe(Stack.Acc a, Jumps.BranchLe b) {
      super(a, b);
      n = a.n;
      constant = b.constant;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.stack[m.sp + n];
      return constant <= m.accu ? target : next;
    }
  }

  private static final class AccBranchNeq extends Jump {
    private final int n;
    private final long constant;

    AccBranchNeq(Stack.Acc a, Jumps.BranchNeq b) {
      super(a, b);
      n = a.n;
      constant = b.constant;
    }

    @Override
    public Instruction execute(Machine m) {
      m.accu = m.stack[m.sp + n];
      return constant != m.accu ? target : next;
    }
  }

  private static final class EqBranchIfNot extends Jump {

    EqBranchIfNot(Arithmetic.Eq a, Jumps.BranchIfNot b) {
      super(a, b);
    }

    @Override
    public Instruction execute(Machine m) {
      boolean holds = m.accu == m.stack[m.sp++];
      m.accu = Value.ofBoolean(holds);
      return holds ? next : target;
    }
  }

  private static final class NeqBranchIfNot extends Jump {

    NeqBranchIfNot(Arithmetic.Neq a, Jumps.BranchIfNot b) {
      super(a, b);
    }

    @Override
    public Instruction execute(Machine m) {
      boolean holds = m.accu != m.stack[m.sp++];
      m.accu = Value.ofBoolean(holds);
      return holds ? next : target;
    }
  }

  private static final class LtBranchIfNot extends Jump {

    LtBranchIfNot(Arithmetic.Lt a, Jumps.BranchIfNot b) {
      super(a, b);
    }

    @Override
    public Instruction execute(Machine m) {
      boolean holds = m.accu < m.stack[m.sp++];
      m.accu = Value.ofBoolean(holds);
      return holds ? next : target;
    }
  }

  private static final class GtBranchIfNot extends Jump {

    GtBranchIfNot(Arithmetic.Gt a, Jumps.BranchIfNot b) {
      super(a, b);
    }

    @Override
    public Instruction execute(Machine m) {
      boolean holds = m.accu > m.stack[m.sp++];
      m.accu = Value.ofBoolean(holds);
      return holds ? next : target;
    }
  }
}
