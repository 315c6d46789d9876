package lethe.vm.policy;

import lethe.vm.heap.Heap;
import lethe.vm.interp.Around;
import lethe.vm.interp.CodeBlock;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operation;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Kotivuori's alternative to the stub (caml-list, December 2003): only what leaves a unit is wrapped. He named two ways out, the
 * fields of the posted module block and closures passed straight to closures of others, and asked whether there is
 * something else.
 *
 * <pre>
 *   inside       [code, closinfo, variable × n]                    OCaml's own
 *   wrapper      [WRAPPED, closinfo, closure, handle]
 * </pre>
 *
 * <p>A wrapper's code is static: it puts a {@link KeepingFrame} with the wrapper under the arguments and enters the closure. So
 * code lives while a wrapper of it is reachable or runs, which is the strongest form of the idea. Calls that cross into the
 * unit pay, those inside do not; a tail call into a unit leaves a frame behind. Unsound on purpose: every other way out hands
 * over a closure that keeps nothing.
 */
public class Export implements Policy {
  private static final int CLOSURE_FIELD = 2;
  private static final int HANDLE_FIELD = 3;

  private CodeBlock stub;

  @Override
  public String id() {
    return "export";
  }

  @Override
  public boolean usesHandles() {
    return true;
  }

  @Override
  public Operation rewrite(Insn insn, String primitive) {
    Opcode plain = insn.operation().plain();
    Operation call = plain == Opcode.SETGLOBAL ? DynOperation.SETGLOBAL_DYN : DynOperation.callInPlaceOf(plain);
    return call == null ? plain : call;
  }

  @Override
  public Operation operation(int number) {
    return DynOperation.of(number);
  }

  @Override
  public Instruction decode(Insn insn, Decoder decoder) {
    return switch ((DynOperation) insn.operation()) {
      case CALL_DYN -> new CallWrapped(insn);
      case POP_DYN -> new KeepingFrame.Pop(insn);
      case SETGLOBAL_DYN -> new Post(insn, decoder);
      case APPLY_DYN, APPTERM_DYN -> new Call(insn, decoder, insn.operand(0));
      case APPLY1_DYN, APPTERM1_DYN -> new Call(insn, decoder, 1);
      case APPLY2_DYN, APPTERM2_DYN -> new Call(insn, decoder, 2);
      case APPLY3_DYN, APPTERM3_DYN -> new Call(insn, decoder, 3);
      default -> Policy.super.decode(insn, decoder);
    };
  }

  @Override
  public void install(Machine m, Decoder decoder) {
    stub = StaticStub.add(m, decoder, DynOperation.CALL_DYN, DynOperation.POP_DYN);
  }

  @Override
  public long initialiser(Machine m, CodeBlock block) {
    long closure = Closures.allocate(m, block.address(0), 0);
    long wrapper = Closures.allocate(m, stub.address(0), 2);
    fill(m.heap, wrapper, closure, block);
    return wrapper;
  }

  /** A wrapper is marshalled as what it wraps. */
  @Override
  public long standsFor(Machine m, long closure) {
    return m.heap.field(closure, 0) == stub.address(0) ? m.heap.field(closure, CLOSURE_FIELD) : closure;
  }

  private static void fill(Heap h, long wrapper, long closure, CodeBlock block) {
    h.init(wrapper, CLOSURE_FIELD, closure);
    h.init(wrapper, HANDLE_FIELD, block.handle());
  }

  /** Is the word a closure, or a function of a group, that runs code of this block itself? */
  protected boolean isPlain(Machine m, long word, CodeBlock block) {
    if (!Value.isBlock(word)) {
      return false;
    }
    int tag = m.heap.tag(word);
    return (tag == Tag.CLOSURE || tag == Tag.INFIX) && runs(m, word, block);
  }

  /** What lies on the stack while a wrapped closure runs: the wrapper. */
  protected long keptOnStack(Machine m) {
    return m.env;
  }

  private static boolean runs(Machine m, long closure, CodeBlock block) {
    return m.code.find(m.heap.field(closure, 0)) == block;
  }

  /** An instruction that lets closures out. */
  private abstract class WayOut extends Around {
    WayOut(Insn insn, Decoder decoder) {
      super(insn, decoder);
    }

    /** Allocates a wrapper; may collect, so the closure to be wrapped is read afterwards. */
    final long wrapper(Machine m) {
      long wrapper = m.allocate(this, HANDLE_FIELD + 1, Tag.CLOSURE);
      m.heap.init(wrapper, 0, stub.address(0));
      m.heap.init(wrapper, 1, Value.ofLong(CLOSURE_FIELD));
      return wrapper;
    }
  }

  /** SETGLOBAL: the fields of the module block that are closures of this unit are replaced by wrappers. */
  private final class Post extends WayOut {
    Post(Insn insn, Decoder decoder) {
      super(insn, decoder);
    }

    @Override
    public Instruction execute(Machine m) {
      Heap h = m.heap;
      if (Value.isBlock(m.accu) && h.tag(m.accu) < Tag.NO_SCAN) {
        for (int i = 0; i < h.sizeWords(m.accu); i++) {
          if (isPlain(m, h.field(m.accu, i), block())) {
            long wrapper = wrapper(m);
            fill(h, wrapper, h.field(m.accu, i), block());
            h.setField(m.accu, i, wrapper);
          }
        }
      }
      return proceed(m);
    }
  }

  /** A call with n arguments, which lie on top of the stack; wraps those that are closures of this unit, if the callee is not. */
  private final class Call extends WayOut {
    private final int n;

    Call(Insn insn, Decoder decoder, int n) {
      super(insn, decoder);
      this.n = n;
    }

    @Override
    public Instruction execute(Machine m) {
      if (!runs(m, m.accu, block())) {
        for (int i = 0; i < n; i++) {
          if (isPlain(m, m.stack[m.sp + i], block())) {
            long wrapper = wrapper(m);
            fill(m.heap, wrapper, m.stack[m.sp + i], block());
            m.stack[m.sp + i] = wrapper;
          }
        }
      }
      return proceed(m);
    }
  }

  private final class CallWrapped extends Instruction {
    CallWrapped(Insn insn) {
      super(insn);
    }

    @Override
    public Instruction execute(Machine m) {
      KeepingFrame.push(m, stub, keptOnStack(m));
      m.env = m.heap.field(m.env, CLOSURE_FIELD);
      Instruction overflow = m.checkStack(this);
      return overflow == null ? m.jump(m.env) : overflow;
    }
  }
}
