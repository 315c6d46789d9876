package lethe.vm.policy;

import java.util.Arrays;
import java.util.OptionalInt;
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
 * The closures of Frisch's design (caml-list, 12 December 2003): those of loaded code are fakes, whose code word is a static
 * stub. The stub's CALL_DYN finds the real code by handle and offset; what else it does is left to the policies.
 *
 * <pre>
 *   CLOSURE_DYN n       [STUB, closinfo, variable × n, handle, offset]
 *   CLOSUREREC_DYN f n  [STUB, closinfo₀, (infix, STUB, closinfoᵢ) × (f-1), variable × n, handle, offset]
 *   GRAB_DYN            [STUB, closinfo, env, argument…, handle, offset of the RESTART]
 * </pre>
 *
 * <p>An offset n ≥ 0 is that of the code, in ints from the block's start; n &lt; 0 says that the offsets of a group stand in the
 * table of its instruction, at -1-n, where function i finds its own by its infix distance: every closure and every dummy is
 * two words larger, whatever f is. The extra words come last, so variables keep their places.
 */
abstract class FakeClosures implements Policy {
  static final int EXTRA_WORDS = 2;

  private CodeBlock stub;

  /** The static code that all fakes point to. */
  final CodeBlock stub() {
    return stub;
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
      default -> Policy.super.decode(insn, decoder);
    };
  }

  @Override
  public void install(Machine m, Decoder decoder) {
    stub = StaticStub.add(m, decoder, stubCode());
  }

  /** CALL_DYN, and what may come back to the stub behind it. */
  DynOperation[] stubCode() {
    return new DynOperation[] {DynOperation.CALL_DYN};
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

  /** The handle in a fake, or in the group that an infix pointer to a fake points into. */
  final long handleOf(Heap h, long fake) {
    long block = fake - 8L * stepBackWords(h, fake);
    return h.field(block, h.sizeWords(block) - EXTRA_WORDS);
  }

  /** Fills handle and offset of a new fake. */
  protected void fill(Machine m, long closure, int at, int offset) {
    m.heap.init(closure, at, handleOf(m.heap, m.env));
    m.heap.init(closure, at + 1, Value.ofLong(offset));
  }

  /** The address of the fake's real code, in the block that its handle owns. */
  private long realAddress(Machine m, long closure) {
    Heap h = m.heap;
    int distance = stepBackWords(h, closure);
    long fake = closure - 8L * distance;
    int last = h.sizeWords(fake) - 1;
    CodeBlock block = m.code.ofHandle(h.field(fake, last - 1));
    return block.address(entryInts(block, Value.intOf(h.field(fake, last)), distance));
  }

  /** The instruction at which the code of a fake starts whose block is known. */
  final Instruction target(Heap h, CodeBlock block, long closure) {
    int distance = stepBackWords(h, closure);
    long fake = closure - 8L * distance;
    return block.at(entryInts(block, Value.intOf(h.field(fake, h.sizeWords(fake) - 1)), distance));
  }

  private static int entryInts(CodeBlock block, int offset, int distanceWords) {
    if (offset < 0) {
      int table = -1 - offset;
      return table + block.code()[table + distanceWords / 3];
    }
    return offset;
  }

  /** The instruction at which the fake's real code starts. */
  final Instruction target(Machine m, long closure) {
    return m.code.at(realAddress(m, closure));
  }

  @Override
  public long codeAddress(Machine m, long closure) {
    long word = m.heap.field(closure, 0);
    return word == stub.address(0) ? realAddress(m, closure) : word;
  }

  @Override
  public boolean dress(Machine m, long closure, int functions, CodeBlock code) {
    int offset = code.offsetOf(m.heap.field(closure, 0));
    if (functions > 1) {
      int[] offsets = new int[functions];
      Arrays.setAll(offsets, i -> code.offsetOf(m.heap.field(closure, 3 * i)));
      OptionalInt table = code.tableOf(offsets);
      if (table.isEmpty()) {
        return false;
      }
      offset = -1 - table.getAsInt();
    }
    for (int i = 0; i < functions; i++) {
      m.heap.init(closure, 3 * i, stub.address(0));
    }
    int at = m.heap.sizeWords(closure) - EXTRA_WORDS;
    m.heap.init(closure, at, code.handle());
    m.heap.init(closure, at + 1, Value.ofLong(offset));
    return true;
  }

  /** Runs in CALL_DYN, when env is the fake and its code is known. */
  void beforeEntry(Machine m) {}

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
      Instruction target = target(m, m.env);
      beforeEntry(m);
      Instruction overflow = m.checkStack(this);
      return overflow == null ? target : overflow;
    }
  }
}
