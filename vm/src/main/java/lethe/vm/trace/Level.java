package lethe.vm.trace;

import lethe.vm.fault.InputError;

/** How much a trace tells; each level holds all of the one before it. */
public enum Level {
  /** What changed: loads, primitives, allocations, stores, collections, output. */
  EFFECTS("effects"),
  /** And every call, return and raise. */
  CALLS("calls"),
  /** And every instruction. */
  STEPS("steps");

  private final String wireName;

  Level(String wireName) {
    this.wireName = wireName;
  }

  /** Whether a trace of this level holds events of level {@code other}. */
  public boolean includes(Level other) {
    return other.compareTo(this) <= 0;
  }

  /** The level of that name, as a case or a trace's first line gives it. */
  public static Level named(String where, String name) {
    for (Level level : values()) {
      if (level.wireName.equals(name)) {
        return level;
      }
    }
    throw new InputError(where, "effects, calls or steps", name);
  }

  /** The name in a trace and in a case. */
  @Override
  public String toString() {
    return wireName;
  }
}
