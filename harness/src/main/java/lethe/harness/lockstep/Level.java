package lethe.harness.lockstep;

import java.util.Locale;
import lethe.vm.step.Detail;

/** How much of each step is compared. */
public enum Level {
  /** Place (block and offset), opcode, operands, stack depth. */
  PC(Detail.PLACE),
  /** Also accu, env and the topmost stack slots by shape, the latter two at samples; around a difference at each step. */
  FULL(Detail.SAMPLED);

  private final Detail detail;

  Level(Detail detail) {
    this.detail = detail;
  }

  /** What of each step the digests go over. */
  Detail detail() {
    return detail;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
