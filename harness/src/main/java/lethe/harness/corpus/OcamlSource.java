package lethe.harness.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.vm.fault.InputError;

/**
 * The OCaml source that a unit of a case was compiled from: the lines {@code ;| …} behind its line {@code unit NAME}. To the
 * assembler they are comments.
 *
 * @param unit the unit's name in the case, {@code plugin}
 * @param firstLine where the source starts in the case, from 1
 * @param lines of the source
 */
public record OcamlSource(String unit, int firstLine, List<String> lines) {
  public static final String MARK = ";|";
  private static final Pattern UNIT = Pattern.compile("\\s*unit\\s+([A-Za-z_][A-Za-z0-9_'.]*)(\\s.*)?");

  public OcamlSource {
    lines = List.copyOf(lines);
  }

  /** The sources in the text of a case; a line of source that stands behind no line {@code unit} is an error. */
  public static List<OcamlSource> all(String where, String caseText) {
    Map<String, OcamlSource> sources = new LinkedHashMap<>();
    String unit = null;
    int number = 0;
    for (String line : caseText.lines().toList()) {
      number++;
      if (line.startsWith(MARK)) {
        if (unit == null) {
          throw new InputError(where + ":" + number + ":1", "lines " + MARK + " of source right behind a line unit NAME",
              "one elsewhere");
        }
        sources.put(unit, sources.getOrDefault(unit, new OcamlSource(unit, number, List.of())).and(line));
      } else {
        unit = unitStartedBy(line).orElse(null);
      }
    }
    return List.copyOf(sources.values());
  }

  /** The name in a line {@code unit NAME}; of any other line, nothing. */
  public static Optional<String> unitStartedBy(String caseLine) {
    Matcher start = UNIT.matcher(caseLine);
    return start.matches() ? Optional.of(start.group(1)) : Optional.empty();
  }

  /** Where a place of the source stands in the case, {@code LINE:COLUMN}; line and column count from 1. */
  public String placeInCase(int line, int column) {
    return (firstLine + line - 1) + ":" + (column + MARK.length() + 1);
  }

  private OcamlSource and(String caseLine) {
    List<String> more = new ArrayList<>(lines);
    more.add(caseLine.substring(MARK.length()).replaceFirst("^ ", ""));
    return new OcamlSource(unit, firstLine, more);
  }

  /** The file that the compiler reads. */
  public String text() {
    return String.join("\n", lines) + "\n";
  }

  /** The lines as they stand in a case. */
  public String inCase() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append((MARK + " " + line).stripTrailing()).append('\n'));
    return text.toString();
  }
}
