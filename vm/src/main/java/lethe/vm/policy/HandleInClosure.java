package lethe.vm.policy;

import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.interp.family.Functions;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Operation;

/** Closures of loaded code that end with the handle of their block, copied from the closure that makes them. */
abstract class HandleInClosure implements Policy {
  @Override
  public boolean usesHandles() {
    return true;
  }

  @Override
  public int extraClosureWords() {
    return 1;
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

  /** The word that a new closure gets as its handle. */
  protected abstract long handleOfEnv(Machine m);

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
