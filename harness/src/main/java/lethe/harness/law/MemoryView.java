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

  /** Weak arrays and ephemerons: blocks {@code [link, data, key…]} of tag ABSTRACT; 0 in a field is no value. */
  List<Long> ephemerons();

  /** Values that this collection keeps although they may be dead, for a function of Gc.finalise to be called with. */
  List<Long> finalised();

  /** Whether the word is the address of a block of the heap, or of a closure inside one. */
  boolean isBlock(long word);

  /** The block that the address points to, or into. */
  long blockOf(long address);

  int tag(long block);

  int sizeWords(long block);

  long field(long block, int index);
}
