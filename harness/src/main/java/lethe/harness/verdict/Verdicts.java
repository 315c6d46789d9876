package lethe.harness.verdict;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lethe.harness.corpus.Hazard;
import lethe.harness.corpus.Policies;
import lethe.harness.cost.CostRow;
import lethe.harness.cost.Measure;

/**
 * All verdicts.
 *
 * @param version of this format
 * @param cases how many were run
 * @param silent cases that say nothing of soundness: nothing is loaded, or nothing collected
 * @param breaking cases whose program breaks the rules
 * @param matrix by policy and {@link Property#title}
 * @param costs by case
 * @param hazards by id
 */
public record Verdicts(
    int version,
    int cases,
    List<String> silent,
    List<String> breaking,
    Map<String, Map<String, Cell>> matrix,
    Map<String, Cost> costs,
    Map<String, HazardRow> hazards) {
  /** The version that this program writes. */
  public static final int VERSION = 1;

  /**
   * What is done once, and its figures by policy and {@link Measure#title}, but for those that are 0; no figures at all under a
   * policy that faults.
   *
   * @param what in the plural
   */
  public record Cost(String what, Map<String, Map<String, Long>> figures) {
    static Cost of(CostRow row) {
      Map<String, Map<String, Long>> figures = new LinkedHashMap<>();
      row.figures().forEach((policy, each) -> {
        Map<String, Long> named = new LinkedHashMap<>();
        each.forEach((measure, figure) -> {
          if (figure != 0) {
            named.put(measure.title(), figure);
          }
        });
        figures.put(policy, named);
      });
      return new Cost(row.what(), figures);
    }

    /** The figure under a policy that does not fault. */
    long figure(String policy, Measure measure) {
      return figures.get(policy).getOrDefault(measure.title(), 0L);
    }

    boolean isKnown(String policy) {
      return !figures.get(policy).isEmpty();
    }

    /** How much more it is than under another policy: {@code +2}, {@code =} if it is the same, {@code fault} if unknown. */
    String more(String than, String policy, Measure measure) {
      if (!isKnown(than) || !isKnown(policy)) {
        return "fault";
      }
      long difference = figure(policy, measure) - figure(than, measure);
      return difference == 0 ? "=" : (difference > 0 ? "+" : "") + difference;
    }
  }

  /**
   * Puts the cases' verdicts together.
   *
   * @param corpus the folder with the list of hazards
   */
  public static Verdicts of(List<CaseVerdicts> judged, Path corpus) {
    List<CaseVerdicts> cases = judged.stream()
        .sorted(Comparator.comparingInt(CaseVerdicts::ints).thenComparing(CaseVerdicts::id)).toList();
    List<CaseVerdicts> byId = judged.stream().sorted(Comparator.comparing(CaseVerdicts::id)).toList();
    Map<String, Map<String, Cell>> matrix = new LinkedHashMap<>();
    for (String policy : Policies.ALL) {
      Map<String, Cell> row = new LinkedHashMap<>();
      for (Property property : Property.values()) {
        row.put(property.title(), Cell.of(cases, policy, property));
      }
      matrix.put(policy, row);
    }
    Map<String, Cost> costs = new LinkedHashMap<>();
    byId.forEach(c -> c.cost().ifPresent(row -> costs.put(c.id(), Cost.of(row))));
    Map<String, HazardRow> hazards = new LinkedHashMap<>();
    Hazard.readAll(corpus).forEach(hazard -> hazards.put(hazard.id(), row(hazard, cases)));
    return new Verdicts(
        VERSION, cases.size(),
        byId.stream().filter(Verdicts::isSilent).map(CaseVerdicts::id).toList(),
        byId.stream().filter(CaseVerdicts::breaksTheRules).map(CaseVerdicts::id).toList(),
        matrix, costs, hazards);
  }

  private static boolean isSilent(CaseVerdicts c) {
    return Policies.ALL.stream().allMatch(policy -> c.stance(policy, Property.SOUND).is(Stance.Kind.SILENT));
  }

  private static HazardRow row(Hazard hazard, List<CaseVerdicts> cases) {
    List<CaseVerdicts> about = cases.stream().filter(c -> c.hazards().contains(hazard.id())).toList();
    Map<String, HazardCell> policies = new LinkedHashMap<>();
    if (!about.isEmpty()) {
      Policies.ALL.forEach(policy -> policies.put(policy, HazardCell.of(about, policy)));
    }
    return new HazardRow(
        hazard.kind(), hazard.what(), hazard.reason(), about.stream().map(CaseVerdicts::id).toList(), policies);
  }

  /** The policies, in the order of the matrix. */
  public List<String> policies() {
    return List.copyOf(matrix.keySet());
  }
}
