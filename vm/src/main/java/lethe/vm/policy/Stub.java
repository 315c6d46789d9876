package lethe.vm.policy;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.heap.Heap;
import lethe.vm.heap.HeapSnapshot;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.interp.family.Calls;
import lethe.vm.interp.family.Functions;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Operation;
import lethe.vm.value.Value;

/**
 * Frisch's design (caml-list, 12 December 2003) to the letter: closures of loaded code are fakes, whose code word is a static
 * stub; the stub's CALL_DYN keeps the fake on the stack while its code runs and POP_DYN drops it after the return.
 *
 * <pre>
 *   CLOSURE_DYN n       [STUB, closinfo, variable × n, handle, offset]
 *   CLOSUREREC_DYN f n  [STUB, closinfo₀, (infix, STUB, closinfoᵢ) × (f-1), variable × n, handle, offset]
 *   GRAB_DYN            [STUB, closinfo, env, argument…, handle, offset of the RESTART]
 * </pre>
 *
 * <p>An offset n ≥ 0 is that of the code, in ints from the block's start; n &lt; 0 says that the offsets of a group stand in the
 * table of its instruction, at -1-n, where function i finds its own by its infix distance. The extra words come last, so
 * variables keep their places. Promises: sound; not tail-safe: each call of a fake, a tail call too, pushes a frame of
 * three words, {@code [POP_DYN, env, 0]}, which only a return takes away.
 */
public class Stub implements Policy {
  private static final int EXTRA_WORDS = 2;
  private static final int FRAME_WORDS = 3;
  private static final int POP_OFFSET = 1;

  private CodeBlock stub;

  @Override
  public String id() {
    return "stub";
  }

  @Override
  public boolean usesHandles() {
    return true;
  }

  @Override
  public int extraClosureWords() {
    return EXTRA_WORDS;
  }

  @Override
  public Operation rewrite(Insn insn, String primitive) {
    Operation plain = insn.operation();
    return switch (plain.plain()) {
      case CLOSURE -> DynOperation.CLOSURE_DYN;
      case CLOSUREREC -> DynOperation.CLOSUREREC_DYN;
      case GRAB -> DynOperation.GRAB_DYN;
      case RESTART -> DynOperation.RESTART_DYN;
      case C_CALL2 -> ClosureDummy.isMadeBy(primitive) ? DynOperation.C_CALL2_DYN : plain;
      default -> plain;
    };
  }

  @Override
  public Operation operation(int number) {
    return DynOperation.of(number);
  }

  @Override
  public Instruction decode(Insn insn, Decoder decoder) {
    return switch ((DynOperation) insn.operation()) {
      case CLOSURE_DYN -> new ClosureDyn(insn);
      case CLOSUREREC_DYN -> new ClosureRecDyn(insn);
      case GRAB_DYN -> new GrabDyn(insn);
      case RESTART_DYN -> new Calls.Restart(insn, EXTRA_WORDS);
      case C_CALL2_DYN -> new ClosureDummy(insn, decoder, EXTRA_WORDS);
      case CALL_DYN -> new CallDyn(insn);
      case POP_DYN -> new PopDyn(insn);
    };
  }

  @Override
  public void install(Machine m, Decoder decoder) {
    int[] code = {DynOperation.CALL_DYN.number(), DynOperation.POP_DYN.number()};
    List<Insn> insns = new ArrayList<>();
    Insn.all("stub", code, DynOperation::of).forEach(insns::add);
    stub = m.code.add("stub", true, code, new int[0], insns, decoder);
  }

  @Override
  public long initialiser(Machine m, CodeBlock block) {
    long closure = Closures.allocate(m, stub.address(0), EXTRA_WORDS);
    m.heap.init(closure, 2, block.handle());
    m.heap.init(closure, 3, Value.ofLong(0));
    return closure;
  }

  @Override
  public long codeOf(HeapSnapshot h, long closure) {
    long word = h.field(closure, 0);
    if (word != stub.address(0)) {
      return word;
    }
    long block = h.blockOf(closure);
    int last = h.sizeWords(block) - 1;
    // A handle's second word is the address of its block's first instruction.
    return h.field(h.field(block, last - 1), 1) + ((long) Math.max(0, Value.intOf(h.field(block, last))) << 2);
  }

  /** Words from the start of its block to this closure. */
  protected int stepBackWords(Heap h, long closure) {
    return Closures.distanceWords(h, closure);
  }

  private long handleOfEnv(Machine m) {
    Heap h = m.heap;
    long block = m.env - 8L * stepBackWords(h, m.env);
    return h.field(block, h.sizeWords(block) - EXTRA_WORDS);
  }

  /** What lies on the stack while a fake's code runs: the fake. */
  protected long keptOnStack(Machine m) {
    return m.env;
  }

  /** Fills handle and offset of a new fake. */
  protected void fill(Machine m, long closure, int at, int offset) {
    m.heap.init(closure, at, handleOfEnv(m));
    m.heap.init(closure, at + 1, Value.ofLong(offset));
  }

  private final class ClosureDyn extends Functions.Closure {
    ClosureDyn(Insn insn) {
      super(insn);
    }

    @Override
    protected int extraWords() {
      return EXTRA_WORDS;
    }

    @Override
    protected long codeWord(long address) {
      return stub.address(0);
    }

    @Override
    protected void fillExtra(Machine m, long closure, int at) {
      fill(m, closure, at, insn().targets()[0]);
    }
  }

  private final class ClosureRecDyn extends Functions.ClosureRec {
    ClosureRecDyn(Insn insn) {
      super(insn);
    }

    @Override
    protected int extraWords() {
      return EXTRA_WORDS;
    }

    @Override
    protected long codeWord(long address) {
      return stub.address(0);
    }

    @Override
    protected void fillExtra(Machine m, long closure, int at) {
      fill(m, closure, at, -1 - (offset() + 3));
    }
  }

  private final class GrabDyn extends Calls.Grab {
    GrabDyn(Insn insn) {
      super(insn, insn.operand(0));
    }

    @Override
    protected int extraWords() {
      return EXTRA_WORDS;
    }

    @Override
    protected long codeWord(long restartAddress) {
      return stub.address(0);
    }

    @Override
    protected void fillExtra(Machine m, long partial, int at) {
      fill(m, partial, at, offset() - 1);
    }
  }

  private final class CallDyn extends Instruction {
    CallDyn(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      Heap h = m.heap;
      int distance = stepBackWords(h, m.env);
      long fake = m.env - 8L * distance;
      int last = h.sizeWords(fake) - 1;
      CodeBlock block = m.code.ofHandle(h.field(fake, last - 1));
      int offset = Value.intOf(h.field(fake, last));
      if (offset < 0) {
        int table = -1 - offset;
        offset = table + block.code()[table + distance / 3];
      }
      keepOnStack(m);
      Instruction target = block.at(offset);
      Instruction overflow = m.checkStack(this);
      return overflow == null ? target : overflow;
    }

    /** Puts {@code [POP_DYN, env, 0]} under the arguments, extra_args + 1 of them. */
    private void keepOnStack(Machine m) {
      long[] s = m.stack;
      int arguments = m.extraArgs + 1;
      int p = m.sp - FRAME_WORDS;
      for (int i = 0; i < arguments; i++) {
        s[p + i] = s[p + FRAME_WORDS + i];
      }
      s[p + arguments] = stub.address(POP_OFFSET);
      s[p + arguments + 1] = keptOnStack(m);
      s[p + arguments + 2] = Value.ofLong(0);
      m.sp = p;
    }
  }

  private static final class PopDyn extends Instruction {
    PopDyn(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      return m.popFrame();
    }
  }
}
