package lethe.vm.inspect;

import java.util.Optional;

/**
 * Why the code of a unit is in memory at one moment, or is not.
 *
 * @param unit the instance, {@code plugin#2} for the second
 * @param policy that decides
 * @param path a shortest path to its handle; present if the reason is {@link Reason#REACHABLE}, and only then
 */
public record Why(String unit, Reason reason, String policy, Optional<KeepingPath> path) {
  /** What a full collection at this moment would go by. */
  public enum Reason {
    /** A path leads to its handle: kept. */
    REACHABLE,
    /** The policy keeps it whoever refers to it. */
    PINNED,
    /** It is linked statically: no policy is asked. */
    STATIC,
    /** In memory still, but nothing leads to it: the next full collection frees it. */
    UNREACHABLE,
    /** No code of this name is in memory: never loaded, or freed. */
    ABSENT
  }

  public static Why of(String unit, Reason reason, String policy) {
    return new Why(unit, reason, policy, Optional.empty());
  }

  public static Why of(String unit, KeepingPath path, String policy) {
    return new Why(unit, Reason.REACHABLE, policy, Optional.of(path));
  }

  /** Would a full collection at this moment leave the code in memory? */
  public boolean isKept() {
    return reason == Reason.REACHABLE || reason == Reason.PINNED || reason == Reason.STATIC;
  }

  /** {@code cell 0 → clo@plugin+9.1 → field 2 → handle of plugin}, or the reason in words. */
  @Override
  public String toString() {
    return switch (reason) {
      case REACHABLE -> path.orElseThrow().toString();
      case PINNED -> "policy " + policy;
      case STATIC -> "linked statically";
      case UNREACHABLE -> "nothing leads to it";
      case ABSENT -> "not in memory";
    };
  }
}
