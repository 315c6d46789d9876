package lethe.vm.interp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import lethe.vm.heap.Finalisers;
import lethe.vm.heap.GcCause;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Pending;
import lethe.vm.prim.SignalTable;
import lethe.vm.value.Value;

/**
 * What runs between two instructions of the program because something happened (signals.c,
 * caml_do_pending_actions_exn): handlers of signals first, then what primitives have added, then finalisers that are due. Who
 * has something to be done calls {@link lethe.vm.heap.Heap#requestAction}, and the next poll takes the slow way.
 *
 * <p>An exception of one of these functions leaves the others pending, for the next poll. No finaliser starts while another
 * runs, until it calls Gc.finalise_release.
 */
final class PendingActions implements Pending {
  /** {@code [accu, unit, unit, pc, env, extra_args]} (interp.c, Setup_for_event). */
  private static final int EVENT_FRAME_WORDS = 6;

  private final Machine machine;
  private final SignalTable signals;
  private final Finalisers finalisers;
  private final List<BooleanSupplier> added = new ArrayList<>();
  private boolean finalising;

  PendingActions(Machine machine, SignalTable signals) {
    this.machine = machine;
    this.signals = signals;
    this.finalisers = machine.heap.finalisers();
  }

  @Override
  public void add(BooleanSupplier action) {
    added.add(action);
  }

  @Override
  public void dropAdded() {
    added.clear();
  }

  @Override
  public void releaseFinalisers() {
    finalising = false;
    if (finalisers.isDue()) {
      machine.heap.requestAction();
    }
  }

  @Override
  public void collectFully(GcCause cause) {
    machine.heap.collectFull(cause);
    if (run()) {
      machine.heap.collectFull(cause);
      run();
    }
  }

  /**
   * Runs what is pending at a safepoint, under the frame of an event, from which the registers are taken up again.
   *
   * @param at the instruction at the safepoint
   * @param next the address where the program will go on
   * @throws AsynchronousException if a function raises
   */
  void interrupt(Instruction at, long next) {
    Machine m = machine;
    int depth = m.stackSize().usedWords();
    MachineObserver observer = m.observer();
    if (observer != null) {
      observer.interrupted();
    }
    try {
      m.ensureStack(EVENT_FRAME_WORDS);
      pushEvent(m, next);
      run();
      m.accu = m.stack[m.sp];
      m.env = m.stack[m.sp + 4];
    } catch (OcamlException e) {
      throw new AsynchronousException(e.value());
    } finally {
      m.sp = m.stack.length - depth;
      m.standAt(at, next);
      if (observer != null) {
        observer.resumed();
      }
    }
  }

  private static void pushEvent(Machine m, long next) {
    long[] s = m.stack;
    int p = m.sp - EVENT_FRAME_WORDS;
    s[p] = m.accu;
    s[p + 1] = Value.UNIT;
    s[p + 2] = Value.UNIT;
    s[p + 3] = next;
    s[p + 4] = m.env;
    s[p + 5] = Value.ofLong(m.extraArgs); // a callback leaves the register itself alone
    m.sp = p;
  }

  @Override
  public boolean run() {
    machine.heap.actionTaken();
    boolean ran = false;
    try {
      for (int signal = signals.next(); signal >= 0; signal = signals.next()) {
        handle(signal);
        ran = true;
      }
      for (BooleanSupplier action : added) {
        ran |= action.getAsBoolean();
      }
      while (!finalising && finalisers.isDue()) {
        finalise();
        ran = true;
      }
    } catch (OcamlException e) {
      machine.heap.requestAction();
      throw e;
    }
    return ran;
  }

  private void handle(int signal) {
    signals.started(signal);
    try {
      machine.callback(signals.handler(signal), Value.ofLong(SignalTable.ocamlNumber(signal)));
    } finally {
      signals.ended(signal);
    }
  }

  private void finalise() {
    long function = finalisers.dueFunction();
    long value = finalisers.dueValue();
    finalisers.dueTaken();
    if (machine.observer() != null) {
      machine.observer().finalising(function, value);
    }
    finalising = true;
    try {
      machine.callback(function, value);
    } finally {
      finalising = false;
    }
  }
}
