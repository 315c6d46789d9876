package lethe.vm.interp.family;

import lethe.vm.heap.Heap;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Straight;
import lethe.vm.isa.Insn;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Calls and returns. A frame is {@code [return address, env, extra_args]}, the address on top; arguments lie above it, the
 * first on top.
 */
public final class Calls {
  private Calls() {}

  /** Pushes the frame of a call with four arguments or more, which are pushed after it. */
  static final class PushRetAddr extends Straight {
    private long address;

    PushRetAddr(Insn insn) {
      super(insn);
    }

    @Override
    protected void link(CodeBlock b) {
      super.link(b);
      address = b.address(insn().targets()[0]);
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp - 3;
      s[p] = address;
      s[p + 1] = m.env;
      s[p + 2] = Value.ofLong(m.extraArgs);
      m.sp = p;
      return next.execute(m);
    }
  }

  /** Calls accu; the frame lies under the arguments already. */
  static final class Apply extends Instruction {
    private final int n;

    Apply(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.extraArgs = n - 1;
      return m.enter(this, m.accu);
    }
  }

  /** A call that puts its frame under its arguments. */
  abstract static class Framed extends Instruction {
    private long address;

    Framed(Insn insn) {
      super(insn);
    }

    @Override
    protected final void link(CodeBlock b) {
      super.link(b);
      address = b.address(nextOffset());
    }

    /** The n arguments have been moved to p; puts the frame under them and calls accu. */
    final Instruction call(Machine m, long[] s, int p, int n) {
      s[p + n] = address;
      s[p + n + 1] = m.env;
      s[p + n + 2] = Value.ofLong(m.extraArgs);
      m.sp = p;
      m.extraArgs = n - 1;
      return m.enter(this, m.accu);
    }
  }

  /** APPLY1. */
  static final class Apply1 extends Framed {
    Apply1(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp - 3;
      s[p] = s[p + 3];
      return call(m, s, p, 1);
    }
  }

  /** APPLY2. */
  static final class Apply2 extends Framed {
    Apply2(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp - 3;
      s[p] = s[p + 3];
      s[p + 1] = s[p + 4];
      return call(m, s, p, 2);
    }
  }

  /** APPLY3. */
  static final class Apply3 extends Framed {
    Apply3(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int p = m.sp - 3;
      s[p] = s[p + 3];
      s[p + 1] = s[p + 4];
      s[p + 2] = s[p + 5];
      return call(m, s, p, 3);
    }
  }

  /** Calls accu in place of the running function: slides n arguments over its s slots. */
  static final class AppTerm extends Instruction {
    private final int n;
    private final int slots;

    AppTerm(Insn insn, int n, int slots) {
      super(insn);
      this.n = n;
      this.slots = slots;
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int from = m.sp;
      int to = from + slots - n;
      for (int i = n - 1; i >= 0; i--) {
        s[to + i] = s[from + i];
      }
      m.sp = to;
      m.extraArgs += n - 1;
      return m.enter(this, m.accu);
    }
  }

  /** APPTERM1. */
  static final class AppTerm1 extends Instruction {
    private final int slots;

    AppTerm1(Insn insn, int slots) {
      super(insn);
      this.slots = slots;
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int from = m.sp;
      int to = from + slots - 1;
      s[to] = s[from];
      m.sp = to;
      return m.enter(this, m.accu);
    }
  }

  /** APPTERM2. */
  static final class AppTerm2 extends Instruction {
    private final int slots;

    AppTerm2(Insn insn, int slots) {
      super(insn);
      this.slots = slots;
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int from = m.sp;
      int to = from + slots - 2;
      s[to + 1] = s[from + 1];
      s[to] = s[from];
      m.sp = to;
      m.extraArgs++;
      return m.enter(this, m.accu);
    }
  }

  /** APPTERM3. */
  static final class AppTerm3 extends Instruction {
    private final int slots;

    AppTerm3(Insn insn, int slots) {
      super(insn);
      this.slots = slots;
    }

    @Override
    public Instruction execute(Machine m) {
      long[] s = m.stack;
      int from = m.sp;
      int to = from + slots - 3;
      s[to + 2] = s[from + 2];
      s[to + 1] = s[from + 1];
      s[to] = s[from];
      m.sp = to;
      m.extraArgs += 2;
      return m.enter(this, m.accu);
    }
  }

  /** Drops n slots, then applies accu to arguments that are left, or returns. */
  static final class Return extends Instruction {
    final int n;

    Return(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      m.sp += n;
      if (m.extraArgs > 0) {
        m.extraArgs--;
        return m.jump(m.accu);
      }
      return m.popFrame();
    }
  }

  /** Unpacks a partial application {@code [code, closinfo, env, argument…]}. */
  public static final class Restart extends Straight {
    private final int extraWords;

    /**
     * @param extraWords words behind the arguments that are none, 0 in OCaml's own layout
     */
    public Restart(Insn insn, int extraWords) {
      super(insn);
      this.extraWords = extraWords;
    }

    @Override
    public Instruction execute(Machine m) {
      Heap h = m.heap;
      long partial = m.env;
      int count = h.sizeWords(partial) - 3 - extraWords;
      long[] s = m.stack;
      int p = m.sp - count;
      s[p] = h.field(partial, 3); // there is one at least
      for (int i = 1; i < count; i++) {
        s[p + i] = h.field(partial, 3 + i);
      }
      m.sp = p;
      m.env = h.field(partial, 2);
      m.extraArgs += count;
      return next.execute(m);
    }
  }

  /** Goes on if there are n more arguments; otherwise returns a partial application of those there are. */
  public static class Grab extends Straight {
    private final int n;
    private long restart;

    public Grab(Insn insn, int n) {
      super(insn);
      this.n = n;
    }

    @Override
    protected void link(CodeBlock b) {
      super.link(b);
      restart = b.address(offset() - 1);
    }

    @Override
    public final Instruction execute(Machine m) {
      if (m.extraArgs >= n) {
        m.extraArgs -= n;
        return next.execute(m);
      }
      Heap h = m.heap;
      int count = m.extraArgs + 1;
      long partial = m.allocate(this, 3 + count + extraWords(), Tag.CLOSURE);
      h.init(partial, 0, codeWord(restart));
      h.init(partial, 1, Functions.closinfo(2));
      h.init(partial, 2, m.env);
      for (int i = 0; i < count; i++) {
        h.init(partial, 3 + i, m.stack[m.sp + i]);
      }
      fillExtra(m, partial, 3 + count);
      m.accu = partial;
      m.sp += count;
      return m.popFrame();
    }

    /** Words that a policy appends. */
    protected int extraWords() {
      return 0;
    }

    protected long codeWord(long restartAddress) {
      return restartAddress;
    }

    protected void fillExtra(Machine m, long partial, int at) {}
  }
}
