package lethe.vm.interp;

/** Hears what a collection does to loaded code. */
public interface CodeObserver {
  CodeObserver NONE = new CodeObserver() {};

  /** The collection found the block alive. */
  default void kept(CodeBlock block) {}

  /**
   * The block has been freed.
   *
   * @param slots global slots that were freed with it
   */
  default void freed(CodeBlock block, String why, int slots) {}
}
