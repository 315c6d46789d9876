package lethe.harness.mutant;

import java.util.List;
import java.util.function.Supplier;
import lethe.vm.VmParts;

/**
 * A machine that is wrong in one place.
 *
 * @param id what users type, {@code infix-of-collector}
 * @param wrong one sentence: what it does
 * @param breaks which promise is broken
 * @param hazard the hazard it stands for, {@code H03}
 * @param policies under which the wrong place is passed
 * @param parts makes the parts of one such machine; nothing is shared between two
 */
public record Mutant(
    String id, String wrong, String breaks, String hazard, List<String> policies, Supplier<VmParts> parts) {
  public Mutant {
    policies = List.copyOf(policies);
  }

  @Override
  public String toString() {
    return id + ": " + wrong;
  }
}
