package lethe.vm.interp;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import lethe.vm.fault.Fault;
import lethe.vm.heap.Heap;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Checks the invariant of frames (see {@link Machine}) on a whole stack: next to each saved code address of loaded code, where
 * its kind of frame has it, lies a closure. Which code it runs is not asked: a program may overwrite a closure while it runs
 * (running/updated-in-place); what that does to the code's life is law 4's affair.
 *
 * <p>Frames are told apart by what the machine knows of them: trap frames hang on a chain from trapSp, frames of C calls lie where an
 * activation began or where a primitive is running; every other code address is that of a return frame. Addresses of static code
 * need no closure.
 */
final class FrameCheck {
  private final Heap heap;
  private final CodeTable code;
  private final long[] stack;
  private final BitSet traps = new BitSet();
  private final Set<Integer> calls;

  private FrameCheck(Machine m, Set<Integer> calls) {
    heap = m.heap;
    code = m.code;
    stack = m.stack;
    this.calls = calls;
    int trap = m.trapSp;
    while (trap < stack.length) {
      traps.set(trap);
      int distance = Value.intOf(stack[trap + 1]);
      if (distance <= 0) {
        String depth = "depth " + (stack.length - trap);
        throw new Fault(Fault.Kind.HEAP_CHECK, "", "a trap frame whose link leads nowhere, at " + depth);
      }
      trap += distance;
    }
  }

  /**
   * Checks the machine's stack.
   *
   * @param callDepths words on the stack where each call from Java began: the frame of the C call it came from is on top
   * @param pc where the running activation goes on; saved on top of the stack as well while a primitive runs
   * @throws Fault of kind HEAP_CHECK for a frame without its closure
   */
  static void check(Machine m, Collection<Integer> callDepths, long pc) {
    Set<Integer> calls = new HashSet<>();
    for (int depth : callDepths) {
      calls.add(m.stack.length - depth + 1);
    }
    if (m.sp + 1 < m.stack.length && Value.isCode(pc) && m.stack[m.sp + 1] == pc) {
      calls.add(m.sp + 1);
    }
    check(m, calls);
  }

  /**
   * As above.
   *
   * @param calls indices of the saved addresses in frames of C calls
   */
  static void check(Machine m, Set<Integer> calls) {
    FrameCheck check = new FrameCheck(m, calls);
    for (int i = m.sp; i < m.stack.length; i++) {
      if (Value.isCode(m.stack[i])) {
        check.frame(i);
      }
    }
  }

  private void frame(int i) {
    CodeBlock block = code.find(stack[i]);
    if (block == null || block.isStatic()) {
      return;
    }
    String kind;
    int closureAt;
    if (traps.get(i)) {
      kind = "trap";
      closureAt = i + 2;
    } else if (calls.contains(i)) {
      kind = "C call";
      closureAt = i - 1;
    } else {
      kind = "return";
      closureAt = i + 1;
    }
    if (!isClosure(stack[closureAt])) {
      throw new Fault(
          Fault.Kind.HEAP_CHECK,
          block.name(),
          "the " + kind + " frame for " + code.nameOf(stack[i]) + " does not hold a closure");
    }
  }

  private boolean isClosure(long word) {
    return Value.isBlock(word) && (heap.tag(word) == Tag.CLOSURE || heap.tag(word) == Tag.INFIX);
  }
}
