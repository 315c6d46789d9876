package lethe.vm.heap;

/** How far a collection goes. */
public enum GcKind {
  /** The minor area only. */
  MINOR,
  /** The minor area, then mark and sweep of the major area. */
  FULL
}
