package lethe.vm.heap;

/**
 * Whoever holds words that do not keep what they point to alive: weak arrays, ephemerons, finalisers (weak.c,
 * finalise.c). The collector follows none of their words: they are in blocks of tag ABSTRACT, or outside the heap. A
 * full collection calls both methods twice, for its minor part and for its own; then {@link CodeReferences#marked}.
 */
public interface WeakReferences {
  /**
   * Everything that roots reach survives. Keeps what must survive beyond: a value whose finaliser is due, the data of
   * an ephemeron whose keys survive. Returns whether anything was kept; it is called again until nothing was.
   */
  boolean extend(GcKind kind, Survival survival);

  /** It is decided what survives: each word held is dropped or replaced by what {@link Survival#keep} returns. */
  void settle(GcKind kind, Survival survival);
}
