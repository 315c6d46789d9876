package lethe.harness.verdict;

import java.util.List;

/**
 * A verdict of the matrix.
 *
 * @param verdict {@code yes}, {@code no}, or {@code open} if no case says anything
 * @param speak how many cases speak for it
 * @param note what happened in the first case that refutes it; empty if none does
 * @param against cases that refute it, the shortest program first
 * @param apart cases whose program breaks the rules and under which the policy fails
 */
public record Cell(String verdict, int speak, String note, List<String> against, List<String> apart) {
  static final String YES = "yes";
  static final String NO = "no";
  static final String OPEN = "open";

  /** @param cases the shortest program first */
  static Cell of(List<CaseVerdicts> cases, String policy, Property property) {
    List<CaseVerdicts> against = with(Stance.Kind.AGAINST, cases, policy, property);
    int speak = with(Stance.Kind.FOR, cases, policy, property).size();
    String verdict = !against.isEmpty() ? NO : speak > 0 ? YES : OPEN;
    String note = against.isEmpty() ? "" : against.get(0).stance(policy, property).note();
    return new Cell(verdict, speak, note, ids(against), ids(with(Stance.Kind.APART, cases, policy, property)));
  }

  private static List<CaseVerdicts> with(
      Stance.Kind kind, List<CaseVerdicts> cases, String policy, Property property) {
    return cases.stream().filter(c -> c.stance(policy, property).is(kind)).toList();
  }

  private static List<String> ids(List<CaseVerdicts> cases) {
    return cases.stream().map(CaseVerdicts::id).toList();
  }
}
