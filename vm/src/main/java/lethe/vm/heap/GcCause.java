package lethe.vm.heap;

/** Why a collection ran. */
public enum GcCause {
  /** The program asked (Gc.minor, Gc.full_major …). */
  PROGRAM,
  /** The schedule of the run asked at this safepoint. */
  SCHEDULE,
  /** The minor area was used up. */
  MINOR_FULL,
  /** Enough was allocated in the major area, or loaded as code, since the last full collection. */
  PACING,
  /** The embedding application asked. */
  HOST,
  /** The program has ended. */
  CLOSING
}
