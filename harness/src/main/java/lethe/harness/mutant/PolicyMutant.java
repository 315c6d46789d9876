package lethe.harness.mutant;

import java.util.List;
import java.util.function.Supplier;
import lethe.vm.interp.Policy;

/** A mutant whose wrong place is the policy. */
final class PolicyMutant {
  private PolicyMutant() {}

  /** @param policyId the right policy, whose place the wrong one takes */
  static Mutant of(
      String id, String wrong, String breaks, String hazard, String policyId, Supplier<Policy> policy) {
    return new Mutant(id, wrong, breaks, hazard, List.of(policyId), () -> new BoundedParts() {
      @Override
      public Policy policy(String unused) {
        return policy.get();
      }
    });
  }
}
