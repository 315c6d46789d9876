package lethe.vm.prim;

import lethe.vm.heap.GcCause;

/**
 * What is to run besides the program: handlers of signals, and finalisers that are due. The machine runs it at its next poll;
 * a primitive may have it run at once. Words held by the caller are stale afterwards, and an exception of one of these
 * functions passes through as {@link OcamlException}.
 */
public interface Pending {
  /** Runs it now; false if there was nothing. */
  boolean run();

  /**
   * A full collection as Gc.full_major does it (gc_ctrl.c): what is pending runs after it, and if there was anything, a second
   * collection frees what that let go of, and what is pending then runs again.
   */
  void collectFully(GcCause cause);

  /** Allows finalisers to start although one is running (Gc.finalise_release). */
  void releaseFinalisers();
}
