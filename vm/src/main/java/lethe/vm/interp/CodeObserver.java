package lethe.vm.interp;

/** Hears what a collection does to loaded code. */
public interface CodeObserver {
  CodeObserver NONE = new CodeObserver() {};

  /** A full collection starts to mark: nothing is young, heap and code are as the program left them. */
  default void marking() {}

  /** The collection found the block alive. */
  default void kept(CodeBlock block) {}

  /**
   * The block has been freed.
   *
   * @param slots global slots that were freed with it
   */
  default void freed(CodeBlock block, String why, int slots) {}

  /** A full collection has decided which blocks live; the heap has not been swept yet. */
  default void decided() {}
}
