package lethe.harness.verdict;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.cost.CostMeter;
import lethe.harness.cost.CostRow;
import lethe.harness.golden.CaseCheck;
import lethe.harness.subject.Subject;

/**
 * What a case says of all policies.
 *
 * @param ints of code in its program, loaded or not: how long it is to read
 * @param stances by policy
 */
public record CaseVerdicts(
    String id, int ints, List<String> hazards, boolean breaksTheRules, Optional<CostRow> cost,
    Map<String, Map<Property, Stance>> stances) {

  /** Runs a case under every policy and judges it. */
  public static CaseVerdicts of(Case c, Subject subject) {
    return of(c, CaseCheck.run(subject, c));
  }

  /** Judges a case that has been run; measures what it costs if it says so. */
  public static CaseVerdicts of(Case c, CaseCheck check) {
    Optional<CostRow> cost = c.cost().map(named -> CostMeter.measure(c));
    Map<String, Map<Property, Stance>> stances = new LinkedHashMap<>();
    for (String policy : Policies.ALL) {
      Judge judge = new Judge(c, check, cost, policy);
      Map<Property, Stance> each = new EnumMap<>(Property.class);
      for (Property property : Property.values()) {
        each.put(property, judge.stance(property));
      }
      stances.put(policy, each);
    }
    int ints = c.units().stream().mapToInt(unit -> unit.lineOfOffset().length).sum();
    return new CaseVerdicts(c.id(), ints, c.hazards(), Judge.breaksTheRules(c), cost, stances);
  }

  Stance stance(String policy, Property property) {
    return stances.get(policy).get(property);
  }
}
