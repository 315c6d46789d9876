package lethe.vm.heap;

/** What survives the collection that is running, as {@link WeakReferences} sees it. */
public interface Survival {
  /** Is the word no pointer into the area being collected, or does what it points to survive? */
  boolean isAlive(long word);

  /** Makes what the word points to survive, with all it refers to. Returns the word to hold from now on. */
  long keep(long word);
}
