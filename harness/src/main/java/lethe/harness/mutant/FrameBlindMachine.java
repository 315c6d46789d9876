package lethe.harness.mutant;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Locale;
import lethe.vm.heap.Heap;
import lethe.vm.heap.Root;
import lethe.vm.heap.RootVisitor;
import lethe.vm.host.Host;
import lethe.vm.interp.Instruction;
import lethe.vm.interp.Policy;
import lethe.vm.value.Value;

/**
 * Shows the collector every stack slot but the env in one kind of frame. Depths are counted in words from the bottom,
 * so that they survive a growing stack.
 */
final class FrameBlindMachine extends BoundedMachine {
  /** Where a code address is saved, and where env lies from it. */
  enum Frame {
    RETURN(1),
    TRAP(2),
    C_CALL(-1);

    private final int envFromAddress;

    Frame(int envFromAddress) {
      this.envFromAddress = envFromAddress;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Frame blind;
  private final Deque<Integer> callDepths = new ArrayDeque<>();

  FrameBlindMachine(Heap heap, Host host, Policy policy, int stackLimitWords, Frame blind) {
    super(heap, host, policy, stackLimitWords);
    this.blind = blind;
  }

  @Override
  public void beginCall(Instruction at, long returnAddress) {
    super.beginCall(at, returnAddress);
    forgetCallsAbove(depth() - 1);
    callDepths.push(depth());
  }

  private int depth() {
    return stack.length - sp;
  }

  /** An exception leaves primitives without telling. */
  private void forgetCallsAbove(int depth) {
    while (!callDepths.isEmpty() && callDepths.peek() > depth) {
      callDepths.pop();
    }
  }

  @Override
  public void visit(RootVisitor v) {
    BitSet hidden = hidden();
    super.visit((kind, index, word) ->
        kind == Root.STACK && hidden.get(index) ? word : v.visit(kind, index, word));
  }

  /** The depths of the env slots that are not shown. */
  private BitSet hidden() {
    forgetCallsAbove(depth());
    BitSet calls = new BitSet();
    callDepths.forEach(depth -> calls.set(depth - 1));
    BitSet traps = new BitSet();
    for (int trap = trapSp; trap < stack.length; trap += Value.intOf(stack[trap + 1])) {
      traps.set(stack.length - trap);
    }
    BitSet hidden = new BitSet();
    for (int i = sp; i < stack.length; i++) {
      int depth = stack.length - i;
      if (Value.isCode(stack[i])) {
        Frame frame = traps.get(depth) ? Frame.TRAP : calls.get(depth) ? Frame.C_CALL : Frame.RETURN;
        if (frame == blind) {
          hidden.set(depth - frame.envFromAddress);
        }
      }
    }
    return hidden;
  }
}
