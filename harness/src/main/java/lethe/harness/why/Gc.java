package lethe.harness.why;

/**
 * A full collection.
 *
 * @param asked which of those that the program asks for, from 1, as in {@code freed plugin at gc 2}; 0 for others
 * @param cause as in a trace: {@code program}, {@code schedule}, {@code closing}
 */
public record Gc(int asked, String cause) {
  /** {@code gc 2}, or {@code collection (closing)}. */
  @Override
  public String toString() {
    return asked > 0 ? "gc " + asked : "collection (" + cause + ")";
  }
}
