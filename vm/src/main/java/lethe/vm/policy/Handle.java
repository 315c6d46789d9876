package lethe.vm.policy;

import lethe.vm.heap.Heap;
import lethe.vm.interp.Machine;
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
public class Handle extends HandleInClosure {
  @Override
  public String id() {
    return "handle";
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

  /** The last field of the block that env lies in. */
  @Override
  protected long handleOfEnv(Machine m) {
    Heap h = m.heap;
    long block = m.env - 8L * stepBackWords(h, m.env);
    return h.field(block, h.sizeWords(block) - 1);
  }

  /** Words from the start of its block to this closure. */
  protected int stepBackWords(Heap h, long closure) {
    return Closures.distanceWords(h, closure);
  }
}
