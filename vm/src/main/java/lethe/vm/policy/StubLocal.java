package lethe.vm.policy;

import lethe.vm.heap.Heap;
import lethe.vm.interp.Around;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Machine;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Operation;

/**
 * Kotivuori's objection to the stub answered (caml-list, December 2003: calls inside a unit must not pay for those from
 * outside): as {@link StubEnv}, and a call whose callee lies in the caller's own block goes straight to its code. The call tests
 * it: the callee's code word is the stub, and its handle is that of env; the block is then the call's own.
 *
 * <p>Layout: {@link FakeClosures}. Promises what {@link StubEnv} does. The test saves CALL_DYN, and costs the words of a second
 * handle; a call that fails it pays for both. RETURN with arguments left goes through the stub as ever.
 */
public class StubLocal extends FakeClosures {
  @Override
  public String id() {
    return "stub-local";
  }

  @Override
  public Operation rewrite(Insn insn, String primitive) {
    Operation call = DynOperation.callInPlaceOf(insn.operation().plain());
    return call == null ? super.rewrite(insn, primitive) : call;
  }

  @Override
  public Instruction decode(Insn insn, Decoder decoder) {
    return ((DynOperation) insn.operation()).isCall() ? new Call(insn, decoder) : super.decode(insn, decoder);
  }

  /** Do both closures belong to one block of code? */
  protected boolean isLocal(Heap h, long ownHandle, long callee) {
    return handleOf(h, callee) == ownHandle;
  }

  private final class Call extends Around {
    Call(Insn insn, Decoder decoder) {
      super(insn, decoder);
    }

    @Override
    public Instruction execute(Machine m) {
      Heap h = m.heap;
      // The call replaces env.
      long own = handleOf(h, m.env);
      Instruction entered = proceed(m);
      // A collection in between moves no handle. Only the stub itself says that the callee is a fake.
      return entered == stub().at(0) && isLocal(h, own, m.env) ? target(h, block(), m.env) : entered;
    }
  }
}
