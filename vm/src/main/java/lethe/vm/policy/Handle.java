package lethe.vm.policy;

import lethe.vm.heap.Heap;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.interp.family.Functions;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Operation;

/**
 * Kotivuori's plan (caml-list, 18 December 2003), completed: each closure made by loaded code holds the handle of its block
 * in a last field, copied from the last field of the closure that makes it.
 *
 * <pre>
 *   CLOSURE_DYN n       [code, closinfo, variable × n, handle]
 *   CLOSUREREC_DYN f n  [code₀, closinfo₀, (infix, codeᵢ, closinfoᵢ) × (f-1), variable × n, handle]
 *   partial application [code of RESTART, closinfo, env, argument…]         as ever: env holds the handle
 * </pre>
 *
 * <p>Promises: sound, complete, tail calls untouched, nothing per call, one word per closure. A running function is kept by
 * env, a waiting one by the env in its frame. The handle lies at the end of the <i>block</i>, so an infix env must first
 * step back; dummies of {@code let rec} are made one word larger.
 */
public class Handle implements Policy {
  @Override
  public String id() {
    return "handle";
  }

  @Override
  public boolean usesHandles() {
    return true;
  }

  @Override
  public int extraClosureWords() {
    return 1;
  }

  @Override
  public Operation rewrite(Insn insn, String primitive) {
    Operation plain = insn.operation();
    return switch (plain.plain()) {
      case CLOSURE -> DynOperation.CLOSURE_DYN;
      case CLOSUREREC -> DynOperation.CLOSUREREC_DYN;
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
      case C_CALL2_DYN -> new ClosureDummy(insn, decoder, extraClosureWords());
      default -> Policy.super.decode(insn, decoder);
    };
  }

  @Override
  public long initialiser(Machine m, CodeBlock block) {
    long closure = Closures.allocate(m, block.address(0), 1);
    m.heap.init(closure, 2, block.handle());
    return closure;
  }

  /** The word that a new closure gets as its handle: the last field of the block that env lies in. */
  protected long handleOfEnv(Machine m) {
    Heap h = m.heap;
    long block = m.env - 8L * stepBackWords(h, m.env);
    return h.field(block, h.sizeWords(block) - 1);
  }

  /** Words from the start of its block to this closure. */
  protected int stepBackWords(Heap h, long closure) {
    return Closures.distanceWords(h, closure);
  }

  private final class ClosureDyn extends Functions.Closure {
    ClosureDyn(Insn insn) {
      super(insn);
    }

    @Override
    protected int extraWords() {
      return 1;
    }

    @Override
    protected void fillExtra(Machine m, long closure, int at) {
      m.heap.init(closure, at, handleOfEnv(m));
    }
  }

  private final class ClosureRecDyn extends Functions.ClosureRec {
    ClosureRecDyn(Insn insn) {
      super(insn);
    }

    @Override
    protected int extraWords() {
      return 1;
    }

    @Override
    protected void fillExtra(Machine m, long closure, int at) {
      m.heap.init(closure, at, handleOfEnv(m));
    }
  }
}
