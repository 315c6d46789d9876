package lethe.vm.interp.family;

import java.util.Arrays;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Primitive;

/** Calls of primitives. The first argument is in accu, the others on the stack under the frame {@code [env, pc]}. */
public final class PrimitiveCalls {
  private static final int FRAME_WORDS = 2;

  private PrimitiveCalls() {}

  /** C_CALL1 to C_CALL5 with that many arguments. */
  public static Instruction call(Insn insn, Primitive p, int arguments) {
    return switch (arguments) {
      case 1 -> new Call1(insn, p);
      case 2 -> new Call2(insn, p);
      case 3 -> new Call3(insn, p);
      case 4 -> new Call4(insn, p);
      default -> new Call5(insn, p);
    };
  }

  /** The name of the primitive that the instruction calls, "?" if it calls none. */
  public static String nameIn(Instruction i) {
    return i instanceof Call call ? call.primitive.name() : "?";
  }

  /** What all calls share. */
  public abstract static class Call extends Instruction {
    protected final Primitive primitive;
    private final int dropped;
    private long returnAddress;

    Call(Insn insn, Primitive primitive, int dropped) {
      super(insn);
      this.primitive = primitive;
      this.dropped = dropped;
    }

    @Override
    protected void link(CodeBlock b) {
      super.link(b);
      returnAddress = b.address(nextOffset());
    }

    /** Calls; sp points at the frame, accu is untouched. */
    protected abstract long call(Machine m);

    /** Runs before the frame is pushed. */
    protected void pushFirst(Machine m) {}

    /** The arguments in order, for an observer. */
    protected long[] arguments(Machine m) {
      long[] args = new long[dropped + 1];
      args[0] = m.accu;
      System.arraycopy(m.stack, m.sp + FRAME_WORDS, args, 1, dropped);
      return args;
    }

    @Override
    public final Instruction execute(Machine m) {
      pushFirst(m);
      m.beginCall(this, returnAddress);
      try {
        if (m.observer() == null) {
          m.endCall(call(m), dropped);
        } else {
          m.observer().primitive(primitive, arguments(m));
          m.endCall(call(m), dropped);
          m.observer().returned(primitive, m.accu);
        }
        return next;
      } catch (OcamlException e) {
        return m.failCall(this, e.value());
      }
    }
  }

  static final class Call1 extends Call {
    Call1(Insn insn, Primitive p) {
      super(insn, p, 0);
    }

    @Override
    protected long call(Machine m) {
      return primitive.call1(m, m.accu);
    }
  }

  public static class Call2 extends Call {
    public Call2(Insn insn, Primitive p) {
      super(insn, p, 1);
    }

    @Override
    protected long call(Machine m) {
      return primitive.call2(m, m.accu, m.stack[m.sp + 2]);
    }
  }

  static final class Call3 extends Call {
    Call3(Insn insn, Primitive p) {
      super(insn, p, 2);
    }

    @Override
    protected long call(Machine m) {
      return primitive.call3(m, m.accu, m.stack[m.sp + 2], m.stack[m.sp + 3]);
    }
  }

  static final class Call4 extends Call {
    Call4(Insn insn, Primitive p) {
      super(insn, p, 3);
    }

    @Override
    protected long call(Machine m) {
      long[] s = m.stack;
      return primitive.call4(m, m.accu, s[m.sp + 2], s[m.sp + 3], s[m.sp + 4]);
    }
  }

  static final class Call5 extends Call {
    Call5(Insn insn, Primitive p) {
      super(insn, p, 4);
    }

    @Override
    protected long call(Machine m) {
      long[] s = m.stack;
      return primitive.call5(m, m.accu, s[m.sp + 2], s[m.sp + 3], s[m.sp + 4], s[m.sp + 5]);
    }
  }

  /** C_CALLN: accu is pushed first, so that all n arguments lie on the stack. */
  static final class CallN extends Call {
    private final int n;

    CallN(Insn insn, int n, Primitive p) {
      super(insn, p, n);
      this.n = n;
    }

    @Override
    protected void pushFirst(Machine m) {
      m.stack[--m.sp] = m.accu;
    }

    @Override
    protected long[] arguments(Machine m) {
      return Arrays.copyOfRange(m.stack, m.sp + FRAME_WORDS, m.sp + FRAME_WORDS + n);
    }

    @Override
    protected long call(Machine m) {
      return primitive.callN(m, arguments(m));
    }
  }
}
