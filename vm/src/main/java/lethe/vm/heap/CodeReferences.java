package lethe.vm.heap;

/**
 * All that the collector knows of code. A full collection calls, in this order: {@link #roots}; then, while it marks
 * from the roots, {@link #handle} once for each marked handle and {@link #address} if wanted; then {@link #marked}.
 * A minor collection calls nothing: handles live in the major area, and a store of a young value into the globals goes
 * through {@link Heap#setField}.
 */
public interface CodeReferences {
  /** Is {@link #address} to be called? Asked once per full collection. */
  boolean wantsAddresses();

  /**
   * A code address met in the accumulator, in env, in a stack slot, or before the environment of a marked closure.
   * Code addresses in other fields are data and are not reported.
   */
  void address(long codeAddress, Marker marker);

  /**
   * Marks what static and pinned code refers to. The block of globals is marked by {@link Marker#markWithoutFields}
   * here, before any root is visited, and then the slots that are alive one by one.
   */
  void roots(Marker marker);

  /** The handle was marked: its code's children are to be marked. */
  void handle(long handle, Marker marker);

  /**
   * Marking has ended, weak references are settled, and the sweep is next: time to decide which code dies. Every field
   * that still refers to an unmarked block, such as a dead slot of the globals, must be overwritten now.
   */
  void marked(Marker marker);
}
