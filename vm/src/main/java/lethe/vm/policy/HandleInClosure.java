package lethe.vm.policy;

import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.interp.family.Functions;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
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

  /** A partial application is OCaml's own: its env holds the handle. */
  protected static boolean isPartial(CodeBlock code, int offsetInts) {
    return code.at(offsetInts).insn().operation() == Opcode.RESTART;
  }

  @Override
  public int ownWords(Machine m, long closure) {
    long address = codeAddress(m, closure);
    CodeBlock code = m.code.find(address);
    return isPartial(code, code.offsetOf(address)) ? 0 : extraClosureWords();
  }

  @Override
  public int addedWords(CodeBlock code, int offsetInts, int variables) {
    return isPartial(code, offsetInts) ? 0 : extraClosureWords();
  }

  @Override
  public boolean dress(Machine m, long closure, int functions, CodeBlock code) {
    m.heap.init(closure, m.heap.sizeWords(closure) - 1, code.handle());
    return true;
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
