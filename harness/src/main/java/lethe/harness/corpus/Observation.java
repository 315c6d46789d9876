package lethe.harness.corpus;

import lethe.vm.fault.InputError;

/** On what, beside the program itself, the result of a case depends ({@code observes:}). */
public enum Observation {
  /** Whether something is still alive: weak pointers, finalisers. */
  LIVENESS("liveness"),
  /** Sizes of blocks: Obj.size, marshalled length. */
  SIZE("size"),
  /** How much stack there is. */
  STACK("stack"),
  /** Counters and parameters of the collector. */
  GC("gc"),
  /** How code is represented: hashes, code addresses, backtraces. */
  CODE("code");

  private final String wireName;

  Observation(String wireName) {
    this.wireName = wireName;
  }

  /** Does the result then depend on when the collector runs, and not on the policy alone? */
  public boolean isOfCollector() {
    return this == LIVENESS || this == GC;
  }

  static Observation named(String where, String name) {
    for (Observation observation : values()) {
      if (observation.wireName.equals(name)) {
        return observation;
      }
    }
    throw new InputError(where, "liveness, size, stack, gc or code", name);
  }

  @Override
  public String toString() {
    return wireName;
  }
}
