package lethe.vm.prim;

import java.util.Arrays;
import java.util.BitSet;
import lethe.vm.heap.Heap;
import lethe.vm.heap.Root;
import lethe.vm.heap.RootVisitor;
import lethe.vm.value.Value;

/**
 * The signals of one machine (signals.c): what the program wants done with each, and those noted but not handled yet. A
 * handler is called at a poll, never at once; while it runs its own signal waits. SignalTable are numbered as by the system,
 * Linux here; {@link #systemNumber} tells the number that OCaml's code stands for.
 *
 * <p>The host's own signals do not come in here: a signal is one that the program sends itself, or that an application
 * notes on the thread that uses the machine. A handler that is replaced, or undone by Signal_default, is let go of, so the
 * code of a plugin's handler can be freed; stock OCaml keeps the last handler of each signal for ever.
 */
public final class SignalTable {
  /** Numbers from 0 to 64 (NSIG). */
  private static final int COUNT = 65;

  /** By OCaml's number -1, -2 …: the system's (signals.c, posix_signals). */
  private static final int[] OF_OCAML = {
    6, 14, 8, 1, 4, 2, 9, 13, 3, 11, 15, 10, 12, 17, 18, 19, 20, 21, 22, 26, 27, 7, 29, 31, 5, 23, 24, 25
  };

  /** What the system does not let a program change: kill, stop, those of its thread library, and no signal at all. */
  private static final BitSet FIXED = BitSet.valueOf(new long[] {1L | 1L << 9 | 1L << 19 | 1L << 32 | 1L << 33});

  /** What happens to a signal. */
  public enum Action {
    /** Signal_default: what the system does, mostly ending the process. */
    DEFAULT,
    /** Signal_ignore. */
    IGNORE,
    /** Signal_handle. */
    HANDLE
  }

  private final Heap heap;
  private final Action[] actions = new Action[COUNT];
  private final long[] handlers = new long[COUNT];
  private final BitSet noted = new BitSet(COUNT);
  private final BitSet running = new BitSet(COUNT);

  public SignalTable(Heap heap) {
    this.heap = heap;
    Arrays.fill(actions, Action.DEFAULT);
    Arrays.fill(handlers, Value.UNIT);
  }

  /** The system's number of a signal that OCaml or the system numbers so; -1 if there is none. */
  public static int systemNumber(int number) {
    int n = number < 0 && number >= -OF_OCAML.length ? OF_OCAML[-1 - number] : number;
    return n >= 0 && n < COUNT ? n : -1;
  }

  /** OCaml's number of the signal, the system's own if it has none. */
  public static int ocamlNumber(int signal) {
    for (int i = 0; i < OF_OCAML.length; i++) {
      if (OF_OCAML[i] == signal) {
        return -1 - i;
      }
    }
    return signal;
  }

  /** May a program change what happens to the signal? */
  public static boolean isChangeable(int signal) {
    return !FIXED.get(signal);
  }

  public Action action(int signal) {
    return actions[signal];
  }

  /** The handler of a signal whose action is HANDLE. */
  public long handler(int signal) {
    return handlers[signal];
  }

  /**
   * From now on this is done.
   *
   * @param handler a function, for HANDLE alone
   */
  public void set(int signal, Action action, long handler) {
    actions[signal] = action;
    handlers[signal] = action == Action.HANDLE ? handler : Value.UNIT;
  }

  /**
   * The signal has come. A handler is called at the next poll; until then, and while it runs, the signal coming again makes no
   * difference.
   *
   * @return false if nothing was done since the action is DEFAULT: what then happens is the caller's affair
   */
  public boolean note(int signal) {
    if (actions[signal] == Action.HANDLE) {
      noted.set(signal);
      heap.requestAction();
    }
    return actions[signal] != Action.DEFAULT;
  }

  /** The lowest signal whose handler is to be called now, -1 if there is none. */
  public int next() {
    for (int signal = noted.nextSetBit(0); signal >= 0; signal = noted.nextSetBit(signal + 1)) {
      if (actions[signal] != Action.HANDLE) {
        noted.clear(signal);
      } else if (!running.get(signal)) {
        return signal;
      }
    }
    return -1;
  }

  /** The handler starts. */
  public void started(int signal) {
    noted.clear(signal);
    running.set(signal);
  }

  /** The handler has returned or raised. */
  public void ended(int signal) {
    running.clear(signal);
  }

  /** Shows the handlers. */
  public void visit(RootVisitor visitor) {
    visitor.visitAll(Root.SIGNAL, handlers, 0, COUNT);
  }
}
