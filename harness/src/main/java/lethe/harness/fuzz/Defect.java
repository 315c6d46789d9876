package lethe.harness.fuzz;

import java.util.Arrays;

/**
 * An input that was answered wrongly.
 *
 * @param input made smaller
 * @param problem what came out, and from where
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
public record Defect(InputKind kind, byte[] input, String problem) {
  /** A name for its file that tells it from others. */
  public String fileName() {
    return kind + "-" + Integer.toHexString(Arrays.hashCode(input)) + "." + kind;
  }
}
