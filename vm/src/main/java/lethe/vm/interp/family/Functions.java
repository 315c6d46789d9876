package lethe.vm.interp.family;

import lethe.vm.heap.Heap;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Straight;
import lethe.vm.isa.Insn;
import lethe.vm.value.Header;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Making closures. A policy extends these with words behind the variables and with its own first word; nothing that reads a
 * closure's variables notices.
 *
 * <pre>
 *   CLOSURE n       [code, closinfo, variable × n, extra…]
 *   CLOSUREREC f n  [code₀, closinfo₀, (infix header, codeᵢ, closinfoᵢ) × (f-1), variable × n, extra…]
 * </pre>
 */
public final class Functions {
  private Functions() {}

  /** The second word of a closure: bytecode closures have arity 0, so all it says is where the variables start. */
  static long closinfo(int startOfVariables) {
    return Value.ofLong(startOfVariables);
  }

  /** CLOSURE, and CLOSUREREC: n variables, the first in accu, the others on the stack. */
  public abstract static class Make extends Straight {
    private final int variables;

    Make(Insn insn, int variables) {
      super(insn);
      this.variables = variables;
    }

    /** Words that a policy appends. */
    protected int extraWords() {
      return 0;
    }

    /** The first word of the closure for the code at the address. */
    protected long codeWord(long address) {
      return address;
    }

    /** Fills the extra words from the index on. May read env, and nothing on the stack. */
    protected void fillExtra(Machine m, long closure, int at) {}

    /** Allocates, and moves the variables in. */
    final long make(Machine m, int startOfVariables) {
      Heap h = m.heap;
      long closure = m.allocate(this, startOfVariables + variables + extraWords(), Tag.CLOSURE);
      if (variables > 0) {
        int p = m.sp;
        h.init(closure, startOfVariables, m.accu);
        for (int i = 1; i < variables; i++) {
          h.init(closure, startOfVariables + i, m.stack[p++]);
        }
        m.sp = p;
      }
      return closure;
    }

    final int variables() {
      return variables;
    }
  }

  /** CLOSURE. */
  public static class Closure extends Make {
    private long address;

    public Closure(Insn insn) {
      super(insn, insn.operand(0));
    }

    @Override
    protected void link(CodeBlock b) {
      super.link(b);
      address = b.address(insn().targets()[0]);
    }

    @Override
    public final Instruction execute(Machine m) {
      long closure = make(m, 2);
      m.heap.init(closure, 0, codeWord(address));
      m.heap.init(closure, 1, closinfo(2));
      fillExtra(m, closure, 2 + variables());
      m.accu = closure;
      return next.execute(m);
    }
  }

  /** CLOSUREREC: also pushes the functions, the last on top. */
  public static class ClosureRec extends Make {
    private final long[] addresses;

    public ClosureRec(Insn insn) {
      super(insn, insn.operand(1));
      addresses = new long[insn.operand(0)];
    }

    @Override
    protected void link(CodeBlock b) {
      super.link(b);
      int[] targets = insn().targets();
      for (int i = 0; i < addresses.length; i++) {
        addresses[i] = b.address(targets[i]);
      }
    }

    @Override
    public final Instruction execute(Machine m) {
      Heap h = m.heap;
      int functions = addresses.length;
      int startOfVariables = 3 * functions - 1;
      long closure = make(m, startOfVariables);
      for (int i = 0; i < functions; i++) {
        int at = 3 * i;
        if (i > 0) {
          h.init(closure, at - 1, Header.of(at, Header.WHITE, Tag.INFIX));
        }
        h.init(closure, at, codeWord(addresses[i]));
        h.init(closure, at + 1, closinfo(startOfVariables - at));
      }
      fillExtra(m, closure, startOfVariables + variables());
      m.accu = closure;
      for (int i = 0; i < functions; i++) {
        m.stack[--m.sp] = closure + 24L * i;
      }
      return next.execute(m);
    }
  }
}
