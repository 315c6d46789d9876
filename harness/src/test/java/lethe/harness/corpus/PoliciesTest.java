package lethe.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PoliciesTest {
  @Test
  void theHarnessKnowsThePoliciesOfTheMachineInItsOrder() {
    assertEquals(lethe.vm.policy.Policies.ids(), Policies.ALL);
    assertTrue(Policies.ALL.containsAll(Policies.SOUND) && Policies.SOUND.containsAll(Policies.COMPLETE));
  }
}
