package lethe.vm.interp;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import lethe.vm.value.Value;

/**
 * The frames on a machine's stack, told apart by what the machine knows of them: trap frames hang on a chain from trapSp, frames
 * of C calls lie where an activation began or where a primitive is running; every other code address is that of a return frame.
 */
public final class StackFrames {
  /** The kinds of frame; in each, the closure that the saved address runs for lies at a fixed distance from it. */
  public enum Kind {
    /** {@code [pc, env, extra_args]}, of a call; a policy's stub lays such frames too. */
    RETURN(3, 1),
    /** {@code [pc, link, env, extra_args]}. */
    TRAP(4, 2),
    /** {@code [env, pc]}, of a primitive that runs. */
    C_CALL(2, -1);

    private final int words;
    private final int toEnv;

    Kind(int words, int toEnv) {
      this.words = words;
      this.toEnv = toEnv;
    }

    @Override
    public String toString() {
      return switch (this) {
        case RETURN -> "return";
        case TRAP -> "trap";
        case C_CALL -> "C call";
      };
    }

    /** Words of a frame. */
    public int words() {
      return words;
    }

    /** Slots from the saved address to env, towards the bottom. */
    public int toEnv() {
      return toEnv;
    }
  }

  /**
   * A frame.
   *
   * @param first index in the stack of its word nearest to the top
   * @param address the code address saved in it
   */
  public record Frame(Kind kind, int first, long address) {}

  private final long[] stack;
  private final int top;
  private final BitSet traps = new BitSet();
  private final BitSet calls = new BitSet();
  private int brokenTrap = -1;

  /**
   * Looks at the machine's stack.
   *
   * @param pc where the running activation goes on
   * @param callDepths words on the stack where each call from Java began
   */
  StackFrames(Machine m, long pc, Iterable<Integer> callDepths) {
    stack = m.stack;
    top = m.sp;
    for (int depth : callDepths) {
      calls.set(stack.length - depth + 1);
    }
    // A return frame may hold the pc of a safepoint as well, that of a recursive call; only a C call goes on behind itself.
    boolean goesOnBehind = m.current() != null && pc == m.current().nextAddress();
    if (goesOnBehind && top + 1 < stack.length && stack[top + 1] == pc) {
      calls.set(top + 1);
    }
    int trap = m.trapSp;
    while (trap < stack.length && brokenTrap < 0) {
      traps.set(trap);
      int distance = Value.intOf(stack[trap + 1]);
      if (distance <= 0) {
        brokenTrap = trap;
      }
      trap += distance;
    }
  }

  /** Where the chain of trap frames has a link that leads nowhere; -1 if it is whole. */
  int brokenTrap() {
    return brokenTrap;
  }

  /** The kind of frame that the code address at the index belongs to, if it belongs to one. */
  Kind kindAt(int i) {
    return traps.get(i) ? Kind.TRAP : calls.get(i) ? Kind.C_CALL : Kind.RETURN;
  }

  /**
   * The frames from the top of the stack down. A code address that no frame can hold, since what should be its extra_args is
   * none, is a value of the program (Obj can make one) and left out.
   */
  public List<Frame> fromTop() {
    List<Frame> frames = new ArrayList<>();
    int i = top;
    while (i < stack.length) {
      int at = calls.get(i + 1) ? i + 1 : i;
      Kind kind = kindAt(at);
      if (Value.isCode(stack[at]) && fits(kind, i)) {
        frames.add(new Frame(kind, i, stack[at]));
        i += kind.words;
      } else {
        i++;
      }
    }
    return frames;
  }

  private boolean fits(Kind kind, int first) {
    int last = first + kind.words - 1;
    return last < stack.length && (kind == Kind.C_CALL || Value.isInt(stack[last]));
  }
}
