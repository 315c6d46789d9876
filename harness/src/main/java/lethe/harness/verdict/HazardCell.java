package lethe.harness.verdict;

import java.util.List;

/**
 * The gravest thing that the cases about a hazard show of a policy.
 *
 * @param verdict {@link Property#failure} of the gravest breach; {@code rules} if the policy fails only in programs that break the
 *     rules; {@code ok}; or {@code -} if the cases say nothing
 * @param cases that show it
 */
public record HazardCell(String verdict, List<String> cases) {
  static final String OK = "ok";
  static final String RULES = "rules";
  static final String NOTHING = "-";

  private static final List<Property> GRAVEST_FIRST = List.of(
      Property.SOUND, Property.TAIL_SAFE, Property.OUTPUTS, Property.STATIC, Property.COMPLETE, Property.PROMPT);

  /** @param cases about the hazard, the shortest program first */
  static HazardCell of(List<CaseVerdicts> cases, String policy) {
    for (Property property : GRAVEST_FIRST) {
      List<String> breach = with(Stance.Kind.AGAINST, cases, policy, property);
      if (!breach.isEmpty()) {
        return new HazardCell(property.failure(), breach);
      }
    }
    List<String> apart = with(Stance.Kind.APART, cases, policy, Property.SOUND);
    if (!apart.isEmpty()) {
      return new HazardCell(RULES, apart);
    }
    List<String> fine = cases.stream()
        .filter(c -> GRAVEST_FIRST.stream().anyMatch(property -> c.stance(policy, property).is(Stance.Kind.FOR)))
        .map(CaseVerdicts::id).toList();
    return new HazardCell(fine.isEmpty() ? NOTHING : OK, fine);
  }

  private static List<String> with(Stance.Kind kind, List<CaseVerdicts> cases, String policy, Property property) {
    return cases.stream().filter(c -> c.stance(policy, property).is(kind)).map(CaseVerdicts::id).toList();
  }
}
