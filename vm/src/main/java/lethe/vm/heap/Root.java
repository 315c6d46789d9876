package lethe.vm.heap;

/** The kinds of root, in the order in which they are visited. */
public enum Root {
  /** The code address of the running instruction, or of the function about to be entered; unit outside the loop. */
  PC,
  ACCU,
  ENV,
  /** A slot of the machine's stack; the index counts from the bottom, so that it survives a growing stack. */
  STACK,
  GLOBAL,
  /** A value that the host or a primitive holds. */
  HOST,
  /** A value registered under a name (callback.c). */
  NAMED,
  /** The handler of a signal (signals.c); the index is the system's number of the signal. */
  SIGNAL,
  /** A function registered by Gc.finalise or Gc.finalise_last, whose value has not died yet. */
  FINALISER,
  /** A finaliser that is due: its function, or the value that it will be called with. */
  DUE,
  /**
   * A value with a finaliser that is not due: no root, but the collection that finds it dead keeps it for the function.
   * Only paths start here.
   */
  FINALISED;

  /** Does a code address among these roots mean that the code will run? */
  boolean holdsCode() {
    return this == PC || this == ACCU || this == ENV || this == STACK;
  }
}
