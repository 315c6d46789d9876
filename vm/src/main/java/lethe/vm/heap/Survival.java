package lethe.vm.heap;

/** What survives the collection that is running, as {@link EphemeronRule} and {@link Finalisers} see it. */
interface Survival {
  /** The words of the heap as they stand now. */
  long[] words();

  /** Is the word no pointer into the area being collected, or does what it points to or into survive? */
  boolean isAlive(long word);

  /** Makes what the word points to survive, and later all it refers to. Returns the word to hold from now on. */
  long keep(long word);

  /** The data of the ephemeron is kept: its field holds the word to hold from now on. */
  default void keepData(int ephemeron) {
    long data = keep(words()[ephemeron + Ephemerons.DATA]);
    words()[ephemeron + Ephemerons.DATA] = data;
  }

  /**
   * The block is not alive, but its survival is waited for: once it does survive, {@link EphemeronRule#survived} is to be
   * called with it.
   *
   * @param block index of its field 0
   */
  void await(int block);

  /** Index of field 0 of the block that the word points to or into. */
  int start(long word);
}
