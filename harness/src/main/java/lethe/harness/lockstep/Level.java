package lethe.harness.lockstep;

import java.util.Locale;

/** How much of each step is compared. */
public enum Level {
  /** Place (block and offset), opcode, operands, stack depth. */
  PC,
  /** Also env, accu and the topmost stack slots, by shape. */
  FULL;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
