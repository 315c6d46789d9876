package lethe.vm.heap;

/** Is shown every root. */
@FunctionalInterface
public interface RootVisitor {
  /** Returns the root's new word, which the caller stores back: a minor collection moves blocks. */
  long visit(Root kind, int index, long word);

  /** Visits {@code words[from..to-1]} and stores back; each root's index is its index in the array. */
  default void visitAll(Root kind, long[] words, int from, int to) {
    for (int i = from; i < to; i++) {
      words[i] = visit(kind, i, words[i]);
    }
  }
}
