package lethe.harness.law;

import java.util.List;

/** Roots and blocks as they stood at a safepoint; words as in {@link lethe.vm.value.Value}. */
public interface MemoryView {
  /**
   * A root.
   *
   * @param name how a person would say it, {@code stack 3}, {@code accu}
   */
  record RootWord(String name, long word) {}

  /** All roots but the table of globals, whose slots {@link CodeView} gives one by one. */
  List<RootWord> roots();

  /** Whether the word is the address of a block of the heap, or of a closure inside one. */
  boolean isBlock(long word);

  /** The block that the address points to, or into. */
  long blockOf(long address);

  int tag(long block);

  int sizeWords(long block);

  long field(long block, int index);
}
