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
  /** A value that a pending action holds: an asynchronous exception, a finaliser that is due. */
  PENDING;

  /** Does a code address among these roots mean that the code will run? */
  boolean holdsCode() {
    return this == PC || this == ACCU || this == ENV || this == STACK;
  }
}
