package lethe.vm.prim;

import java.util.function.BooleanSupplier;
import lethe.vm.heap.GcCause;

/**
 * What is to run besides the program: handlers of signals, finalisers that are due, and what primitives add. The machine runs
 * it at its next poll; a primitive may have it run at once. Words held by the caller are stale afterwards, and an exception of
 * one of these functions passes through as {@link OcamlException}.
 */
public interface Pending {
  /** Runs it now; false if there was nothing. */
  boolean run();

  /**
   * A full collection as Gc.full_major does it (gc_ctrl.c): what is pending runs after it, and if there was anything, a second
   * collection frees what that let go of, and what is pending then runs again.
   */
  void collectFully(GcCause cause);

  /**
   * Something more to be run, from now on, whenever an action has been requested of the heap.
   *
   * @param action gives false if there was nothing to do
   */
  void add(BooleanSupplier action);

  /** Nothing that was added runs any more. */
  void dropAdded();

  /** Allows finalisers to start although one is running (Gc.finalise_release). */
  void releaseFinalisers();
}
