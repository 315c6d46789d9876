package lethe.harness.verdict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lethe.harness.cost.Measure;

/** The verdicts as tables of at most {@value #COLUMNS} columns, for as many policies as there are today. */
public final class VerdictsText {
  static final int COLUMNS = 100;
  private static final int LABEL = 20;
  private static final int SHOWN_CASES = 3;

  private final Verdicts verdicts;
  private final List<String> lines = new ArrayList<>();

  private VerdictsText(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  /** Policies and properties; then for each no the cases that refute it. */
  public static String matrix(Verdicts verdicts) {
    VerdictsText text = new VerdictsText(verdicts);
    text.matrix();
    return text.joined();
  }

  /** What each thing costs, under keep and how much more under the others. */
  public static String costs(Verdicts verdicts) {
    VerdictsText text = new VerdictsText(verdicts);
    text.costs();
    return text.joined();
  }

  /** Hazards and policies; then the cases of each hazard, and the hazards without. */
  public static String hazards(Verdicts verdicts) {
    VerdictsText text = new VerdictsText(verdicts);
    text.hazards();
    return text.joined();
  }

  private String joined() {
    return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
  }

  private void matrix() {
    StringBuilder heading = new StringBuilder(pad("", 12));
    for (Property property : Property.values()) {
      heading.append(pad(property.title(), 14));
    }
    lines.add(heading.toString());
    verdicts.matrix().forEach((policy, row) -> {
      StringBuilder line = new StringBuilder(pad(policy, 12));
      row.values().forEach(cell -> line.append(pad(told(cell), 14)));
      lines.add(line.toString());
    });
    lines.add("");
    wrap("yes n: n cases speak for it and none against; no n: n cases refute it; *: it fails only in programs that break the"
        + " rules (" + String.join(", ", verdicts.breaking()) + ")");
    lines.add(verdicts.cases() + " cases; of them " + verdicts.silent().size()
        + " say nothing of soundness (nothing is loaded, or nothing collected)");
    lines.add("");
    verdicts.matrix().forEach((policy, row) -> row.forEach((property, cell) -> {
      if (!cell.against().isEmpty()) {
        wrap(policy + " is not " + property + ": " + cell.note() + " in " + some(cell.against(), SHOWN_CASES));
      }
      if (cell.against().isEmpty() && !cell.apart().isEmpty()) {
        wrap(policy + ", " + property + " but for " + String.join(", ", cell.apart()));
      }
    }));
  }

  private static String told(Cell cell) {
    String star = cell.apart().isEmpty() ? "" : "*";
    return switch (cell.verdict()) {
      case Cell.NO -> "no " + cell.against().size();
      case Cell.YES -> "yes " + cell.speak() + star;
      default -> "-";
    };
  }

  private void costs() {
    heading("per time");
    verdicts.costs().forEach((id, cost) -> {
      lines.add("");
      lines.add(cost.what() + "  (" + id + ")");
      measures(cost).forEach(measure -> lines.add(costLine(cost, measure)));
    });
    lines.add("");
    lines.add("The first column is what one costs, the others what it costs more or less; = is nothing.");
  }

  /** The measures in which some policy differs; the first one if none does. */
  private List<Measure> measures(Verdicts.Cost cost) {
    String first = verdicts.policies().get(0);
    List<Measure> differing = Arrays.stream(Measure.values())
        .filter(measure -> verdicts.policies().stream()
            .anyMatch(policy -> cost.isKnown(policy) && !cost.more(first, policy, measure).equals("=")))
        .toList();
    return differing.isEmpty() ? List.of(Measure.INSTRUCTIONS) : differing;
  }

  private String costLine(Verdicts.Cost cost, Measure measure) {
    String first = verdicts.policies().get(0);
    StringBuilder line = new StringBuilder(pad("  " + measure.title(), LABEL));
    for (String policy : verdicts.policies()) {
      line.append(pad(
          policy.equals(first) ? String.valueOf(cost.figure(policy, measure)) : cost.more(first, policy, measure), 8));
    }
    return line.toString();
  }

  private void hazards() {
    heading("hazard");
    verdicts.hazards().forEach((id, row) -> {
      if (!row.policies().isEmpty()) {
        StringBuilder line = new StringBuilder(pad(id + " " + row.kind() + "  " + count(row.cases().size()), LABEL));
        row.policies().values().forEach(cell -> line.append(pad(cell.verdict(), 8)));
        lines.add(line.toString());
      }
    });
    lines.add("");
    for (Property property : Property.values()) {
      lines.add(pad(property.failure(), 8) + "  not " + property.title());
    }
    lines.add(pad(HazardCell.RULES, 8) + "  fails only in programs that break the rules");
    lines.add("");
    verdicts.hazards().forEach((id, row) -> {
      wrap(id + " " + row.kind() + ": " + row.what());
      wrap("  " + (row.cases().isEmpty()
          ? "no case: " + (row.reason().isEmpty() ? "no reason given" : row.reason())
          : some(row.cases(), Integer.MAX_VALUE)));
    });
  }

  private static String count(int n) {
    return n + (n == 1 ? " case" : " cases");
  }

  /** The policies' names over columns of eight, cut at their hyphen. */
  private void heading(String label) {
    StringBuilder upper = new StringBuilder(pad("", LABEL));
    StringBuilder lower = new StringBuilder(pad(label, LABEL));
    for (String policy : verdicts.policies()) {
      int hyphen = policy.indexOf('-');
      upper.append(pad(hyphen < 0 ? "" : policy.substring(0, hyphen + 1), 8));
      lower.append(pad(policy.substring(hyphen + 1), 8));
    }
    lines.add(upper.toString());
    lines.add(lower.toString());
  }

  private static String some(List<String> ids, int limit) {
    int hidden = ids.size() - Math.min(limit, ids.size());
    String shown = String.join(", ", ids.subList(0, ids.size() - hidden));
    return hidden == 0 ? shown : shown + " and " + hidden + " more";
  }

  private void wrap(String text) {
    String indent = text.startsWith("  ") ? "    " : "  ";
    String rest = text;
    while (rest.length() > COLUMNS) {
      int cut = rest.lastIndexOf(' ', COLUMNS);
      cut = cut <= indent.length() ? COLUMNS : cut;
      lines.add(rest.substring(0, cut));
      rest = indent + rest.substring(cut).strip();
    }
    lines.add(rest);
  }

  private static String pad(String text, int width) {
    return text.length() >= width ? text + " " : text + " ".repeat(width - text.length());
  }
}
