package lethe.harness.campaign;

import java.io.PrintStream;
import lethe.vm.fault.InputError;

/** What a campaign does with a machine. */
public enum Scenario {
  /** Load, use, drop, collect, over and over: nothing may grow. */
  LIFE("life", "--cycles", Life.PARTS, Life.CYCLES) {
    @Override
    public boolean run(String policy, int size, boolean traced, PrintStream out) {
      return Life.run(policy, size, traced, out);
    }
  },
  /** Each unit keeps the one before; the head is dropped: all are freed, in time that is linear. */
  CHAIN("chain", "--units", Chain.PARTS, Chain.UNITS) {
    @Override
    public boolean run(String policy, int size, boolean traced, PrintStream out) {
      return Chain.run(policy, size, out);
    }
  },
  /** A full collection with more and more live units: the cost is linear in them. */
  LIVE("live", "--units", LiveUnits.STEP * LiveUnits.STEP, LiveUnits.UNITS) {
    @Override
    public boolean run(String policy, int size, boolean traced, PrintStream out) {
      return LiveUnits.run(policy, size, out);
    }
  };

  private final String wireName;
  private final String sizeOption;
  private final int leastSize;
  private final int usualSize;

  Scenario(String wireName, String sizeOption, int leastSize, int usualSize) {
    this.wireName = wireName;
    this.sizeOption = sizeOption;
    this.leastSize = leastSize;
    this.usualSize = usualSize;
  }

  public static Scenario named(String name) {
    for (Scenario scenario : values()) {
      if (scenario.wireName.equals(name)) {
        return scenario;
      }
    }
    throw new InputError("--scenario", "life, chain or live", "'" + name + "'");
  }

  /**
   * How many cycles or units.
   *
   * @param asked null if nothing is asked for
   */
  public int size(Integer asked) {
    if (asked == null) {
      return usualSize;
    }
    if (asked < leastSize) {
      throw new InputError(sizeOption, leastSize + " or more", asked.toString());
    }
    return asked;
  }

  /**
   * Runs it and prints its table.
   *
   * @param size cycles or units
   * @param traced with a trace that nobody keeps, so that what the recorder remembers counts too
   * @return whether the figures are as they must be
   */
  public abstract boolean run(String policy, int size, boolean traced, PrintStream out);

  @Override
  public String toString() {
    return wireName;
  }
}
