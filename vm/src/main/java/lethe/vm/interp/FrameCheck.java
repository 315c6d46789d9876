package lethe.vm.interp;

import lethe.vm.fault.Fault;
import lethe.vm.heap.Heap;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Checks the invariant of frames (see {@link Machine}) on a whole stack: next to each saved code address of loaded code, where
 * its kind of frame has it, lies a closure. Which code it runs is not asked: a program may overwrite a closure while it runs
 * (running/updated-in-place); what that does to the code's life is law 4's affair.
 *
 * <p>Addresses of static code need no closure.
 */
final class FrameCheck {
  private final Heap heap;
  private final CodeTable code;
  private final long[] stack;
  private final StackFrames frames;

  private FrameCheck(Machine m, StackFrames frames) {
    heap = m.heap;
    code = m.code;
    stack = m.stack;
    this.frames = frames;
    if (frames.brokenTrap() >= 0) {
      String depth = "depth " + (stack.length - frames.brokenTrap());
      throw new Fault(Fault.Kind.HEAP_CHECK, "", "a trap frame whose link leads nowhere, at " + depth);
    }
  }

  /**
   * Checks the machine's stack.
   *
   * @throws Fault of kind HEAP_CHECK for a frame without its closure
   */
  static void check(Machine m, StackFrames frames) {
    FrameCheck check = new FrameCheck(m, frames);
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
    StackFrames.Kind kind = frames.kindAt(i);
    if (!isClosure(stack[i + kind.toEnv()])) {
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
