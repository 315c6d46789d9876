package lethe.vm.heap;

/** The mark phase, as {@link CodeReferences} sees it. */
public interface Marker {
  /** Marks the block that the word points to or into, and later all it refers to. Other words are ignored. */
  void mark(long word);

  /** Marks the block but follows none of its fields; whoever asks for this marks those that count. */
  void markWithoutFields(long block);

  boolean isMarked(long block);
}
