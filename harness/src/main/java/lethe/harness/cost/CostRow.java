package lethe.harness.cost;

import java.util.Map;

/**
 * What one time costs of what a case does.
 *
 * @param id of the case
 * @param what is done, in the plural
 * @param figures by policy; empty for one under which the case faults
 */
public record CostRow(String id, String what, Map<String, Map<Measure, Long>> figures) {
  /** The figure, which may be asked for only where {@link #isKnown}. */
  public long figure(String policy, Measure measure) {
    return figures.get(policy).get(measure);
  }

  /** Does the case end with a result under the policy, whatever the number? */
  public boolean isKnown(String policy) {
    return !figures.get(policy).isEmpty();
  }
}
