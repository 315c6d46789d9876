package lethe.harness.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lethe.harness.cost.Measure;
import lethe.vm.fault.InputError;

/** The tables that stand in README.md between two markers, as Markdown. */
public final class Answer {
  private static final String BEGIN = "<!-- verdicts: written by harness/lethe approve --verdicts -->\n";
  private static final String END = "<!-- end of verdicts -->\n";

  private Answer() {}

  /**
   * The README with these verdicts between its markers.
   *
   * @throws InputError if it has no markers
   */
  public static String in(String readme, Verdicts verdicts) {
    int begin = readme.indexOf(BEGIN);
    int end = readme.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new InputError("README.md", "the lines " + BEGIN.strip() + " and " + END.strip(), "not both");
    }
    return readme.substring(0, begin + BEGIN.length()) + text(verdicts) + readme.substring(end);
  }

  private static String text(Verdicts verdicts) {
    return matrix(verdicts) + "\n" + costs(verdicts);
  }

  private static String matrix(Verdicts verdicts) {
    StringBuilder text = new StringBuilder(row("", Arrays.stream(Property.values()).map(Property::title).toList()));
    text.append(rule(Property.values().length));
    verdicts.matrix().forEach((policy, cells) ->
        text.append(row("`" + policy + "`", cells.values().stream().map(Answer::told).toList())));
    text.append("\n*yes n*: of ").append(verdicts.cases())
        .append(" cases n speak for it and none against; *no*: the shortest program that refutes it, and how many more. "
            + "*but*: it fails only in these programs, which break the rules.\n");
    return text.toString();
  }

  private static String told(Cell cell) {
    String apart = cell.apart().isEmpty() ? "" : ", but " + link(cell.apart());
    return switch (cell.verdict()) {
      case Cell.YES -> "yes " + cell.speak() + apart;
      case Cell.NO -> "no: " + link(cell.against().subList(0, 1))
          + (cell.against().size() > 1 ? " +" + (cell.against().size() - 1) : "");
      default -> "–";
    };
  }

  private static String link(List<String> ids) {
    return ids.stream().map(id -> "[" + id + "](corpus/" + id + ".case)").collect(Collectors.joining(", "));
  }

  private static String costs(Verdicts verdicts) {
    List<String> policies = verdicts.policies();
    StringBuilder text = new StringBuilder(row("more than `" + policies.get(0) + "`, each",
        policies.stream().skip(1).map(policy -> "`" + policy + "`").toList()));
    text.append(rule(policies.size() - 1));
    verdicts.costs().forEach((id, cost) -> {
      text.append(row("[" + cost.what() + "](corpus/" + id + ".case)",
          policies.stream().skip(1).map(policy -> difference(cost, policies.get(0), policy)).toList()));
    });
    text.append("\nCounted, not timed; = is nothing. ")
        .append(Arrays.stream(Measure.values()).map(m -> "**" + m.symbol() + "** " + m.meaning())
            .collect(Collectors.joining("; ")))
        .append(".\n");
    return text.toString();
  }

  private static String difference(Verdicts.Cost cost, String than, String policy) {
    if (!cost.isKnown(policy)) {
      return "fault";
    }
    String all = Arrays.stream(Measure.values())
        .filter(measure -> !cost.more(than, policy, measure).equals("="))
        .map(measure -> cost.more(than, policy, measure) + measure.symbol())
        .collect(Collectors.joining(" "));
    return all.isEmpty() ? "=" : all;
  }

  private static String row(String label, List<String> cells) {
    return "| " + label + " | " + String.join(" | ", cells) + " |\n";
  }

  private static String rule(int columns) {
    return "|---|" + "---|".repeat(columns) + "\n";
  }
}
