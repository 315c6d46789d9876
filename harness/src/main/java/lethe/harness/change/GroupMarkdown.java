package lethe.harness.change;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Groups as Markdown, for a pull request: a table, then each group with the rows of its example and its goldens, folded. */
public final class GroupMarkdown {
  private static final int EXAMPLE_ROWS = 40;

  private final Function<GoldenChange, String> reasons;

  /** @param reasons why a change was approved; empty if nobody has said */
  public GroupMarkdown(Function<GoldenChange, String> reasons) {
    this.reasons = reasons;
  }

  public List<String> lines(List<Group> groups) {
    List<String> lines = new ArrayList<>(List.of("## " + GroupText.heading(groups).replace(" not as approved", " changed")));
    if (groups.isEmpty()) {
      return List.of("## No golden has changed");
    }
    lines.addAll(List.of("", "| # | class | goldens | change |", "|---|---|---|---|"));
    for (Group group : groups) {
      lines.add("| " + group.number() + " | " + group.danger() + " | " + group.members().size() + " | "
          + cell(Words.cut(String.join("; ", group.words()))) + " |");
    }
    groups.forEach(group -> group(lines, group));
    return lines;
  }

  private void group(List<String> lines, Group group) {
    lines.addAll(List.of("", "### " + group.number() + ". " + group.danger() + ": " + group.size(), ""));
    group.words().forEach(words -> lines.add("- " + code(Words.cut(words))));
    if (!group.consequences().isEmpty()) {
      lines.add("- so also: " + escaped(Words.cut(String.join(", ", group.consequences()))));
    }
    List<String> said = group.members().stream().map(reasons).filter(reason -> !reason.isEmpty()).distinct().toList();
    said.forEach(reason -> lines.add("- approved because: " + escaped(reason)));
    lines.addAll(List.of("", "<details><summary>" + group.example().title() + "</summary>", "", "````diff"));
    List<String> rows = GroupText.unified(group.example().lines(View.HUNKS));
    rows.stream().limit(EXAMPLE_ROWS).forEach(row -> lines.add(Words.cut(row)));
    if (rows.size() > EXAMPLE_ROWS) {
      lines.add("… " + (rows.size() - EXAMPLE_ROWS) + " more rows");
    }
    lines.addAll(List.of("````", "", "</details>"));
    if (group.members().size() > 1) {
      lines.addAll(List.of("", "<details><summary>All " + group.size() + "</summary>", ""));
      group.members().forEach(member -> lines.add("- " + code("golden/" + member.path())));
      lines.addAll(List.of("", "</details>"));
    }
  }

  private static String cell(String text) {
    return code(text).replace("|", "\\|");
  }

  private static String code(String text) {
    return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
  }

  private static String escaped(String text) {
    return text.replaceAll("([\\\\`*_{}\\[\\]<>#|])", "\\\\$1");
  }
}
