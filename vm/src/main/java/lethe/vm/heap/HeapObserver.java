package lethe.vm.heap;

/** Is told what happens in the heap, for a trace. Must not allocate or store. */
public interface HeapObserver {
  /** The program allocated a block; its fields are not filled yet. */
  void allocated(long block);

  /** A store through the write barrier. */
  void stored(long block, int field, long value, Barrier decision);

  /** A block was promoted; pointers into it (infix) move by the same distance. */
  void moved(long from, long to);

  void begin(GcKind kind, GcCause cause);

  void end(GcKind kind, GcFigures figures);

  /** For a message: the block by its birth, also if it is there no more. Empty if nobody has seen one there. */
  default String birth(long block) {
    return "";
  }
}
