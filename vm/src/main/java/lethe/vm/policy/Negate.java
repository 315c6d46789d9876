package lethe.vm.policy;

import lethe.vm.fault.Fault;
import lethe.vm.heap.Heap;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Operation;
import lethe.vm.value.Value;

/**
 * Kotivuori's patch (caml-list, 22 December 2003): no new opcode; the loader negates the number of variables of CLOSURE and
 * CLOSUREREC, and a negative number tells the interpreter to append the last field of env.
 *
 * <pre>
 *   CLOSURE -n       [code, closinfo, variable × n, last field of env]
 *   CLOSUREREC f -n  [code₀, closinfo₀, (infix, codeᵢ, closinfoᵢ) × (f-1), variable × n, last field of env]
 *   CLOSURE 0        [code, closinfo]                      zero has no sign: unchanged
 * </pre>
 *
 * <p>Unsound on purpose, in four ways: a closed function gets no handle; what such a function makes copies its last field, which
 * is no handle; an infix env is not stepped back from, so the word copied is whatever lies that many words behind the infix
 * pointer (a fault where the block ends before it); dummies of {@code let rec} keep the size that the compiler gave them, and
 * the real closure is one word longer. In traces the negated form is {@code CLOSURE_DYN}: this machine writes opcodes, not
 * operands.
 */
public class Negate extends HandleInClosure {
  @Override
  public String id() {
    return "negate";
  }

  @Override
  public Operation rewrite(Insn insn, String primitive) {
    Operation plain = insn.operation();
    return switch (plain.plain()) {
      case CLOSURE -> insn.operand(0) == 0 ? plain : DynOperation.CLOSURE_DYN;
      case CLOSUREREC -> insn.operand(1) == 0 ? plain : DynOperation.CLOSUREREC_DYN;
      default -> plain;
    };
  }

  /** A closed function has none. */
  @Override
  public int ownWords(Machine m, long closure) {
    int variables = m.heap.sizeWords(closure) - Value.intOf(m.heap.field(closure, 1));
    return variables == 0 ? 0 : super.ownWords(m, closure);
  }

  @Override
  public int addedWords(CodeBlock code, int offsetInts, int variables) {
    return variables == 0 ? 0 : super.addedWords(code, offsetInts, variables);
  }

  /** What C reads at {@code Field(env, Wosize_val(env) - 1)}; the size in an infix header is its distance. */
  @Override
  protected long handleOfEnv(Machine m) {
    Heap h = m.heap;
    int distance = Closures.distanceWords(h, m.env);
    long block = m.env - 8L * distance;
    int field = distance + h.sizeWords(m.env) - 1;
    if (field >= h.sizeWords(block)) {
      throw new Fault(Fault.Kind.MEMORY, "", "the field behind the last of an infix env is copied into a closure");
    }
    return h.field(block, field);
  }
}
