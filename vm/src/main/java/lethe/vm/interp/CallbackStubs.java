package lethe.vm.interp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import lethe.vm.isa.Insn;
import lethe.vm.isa.Opcode;
import lethe.vm.value.Value;

/**
 * Calls of OCaml functions from Java (callback.c): a stub of four static instructions per number of arguments, run by an
 * activation of its own. On the stack: the arguments, the first on top; a frame that returns into the stub; the closure.
 */
final class CallbackStubs {
  private static final int RETURN_OFFSET = 4;

  private final Machine machine;
  private final List<CodeBlock> stubs = new ArrayList<>();
  private Decoder decoder;

  /** Words on the stack where each call began: the frame of the C call that it came from, if any, is on top. */
  private final Deque<Integer> depths = new ArrayDeque<>();

  CallbackStubs(Machine machine) {
    this.machine = machine;
  }

  void setDecoder(Decoder d) {
    decoder = d;
  }

  /** Of the calls that have not returned. */
  Collection<Integer> depths() {
    return depths;
  }

  long call(long closure, long[] args) {
    CodeBlock stub = stub(args.length);
    Machine m = machine;
    if (m.sp < args.length + 4) {
      m.ensureStack(args.length + 4); // only a host passes so many arguments: few are within the threshold
    }
    long[] s = m.stack;
    int p = m.sp - args.length - 4;
    System.arraycopy(args, 0, s, p, args.length);
    int frame = p + args.length;
    s[frame] = stub.address(RETURN_OFFSET);
    s[frame + 1] = Value.UNIT;
    s[frame + 2] = Value.ofLong(0);
    s[frame + 3] = closure;
    int saved = s.length - m.sp;
    m.sp = p;
    m.accu = Value.UNIT; // as interp.c starts; the caller's env is in its frame
    m.env = m.heap.atom(0);
    depths.push(saved);
    try {
      return m.interpret(stub.at(0));
    } finally {
      depths.pop();
      m.sp = m.stack.length - saved;
    }
  }

  private CodeBlock stub(int args) {
    while (stubs.size() <= args) {
      int n = stubs.size();
      int[] code = {
        Opcode.ACC.number(), n + 3, Opcode.APPLY.number(), n, Opcode.POP.number(), 1, Opcode.STOP.number()
      };
      List<Insn> insns = new ArrayList<>();
      Insn.all("callback", code).forEach(insns::add);
      stubs.add(machine.code.add("callback" + n, true, code, new int[0], insns, decoder));
    }
    return stubs.get(args);
  }
}
