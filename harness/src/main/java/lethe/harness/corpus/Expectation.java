package lethe.harness.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lethe.vm.fault.InputError;

/**
 * What must happen, or has happened, to a case under a policy.
 *
 * @param result {@code result V}, {@code raised V} or {@code fault KIND UNIT}
 * @param fates of the loaded instances, in the order of their end
 * @param unsound whether something that was reachable has been freed
 */
public record Expectation(String result, List<Fate> fates, boolean unsound) {
  private static final String UNSOUND = "unsound";
  private static final Pattern RESULT = Pattern.compile(
      "(?:result|raised) \\S.*"
          + "|fault (?:freed code|not code|memory|illegal instruction|missing primitive) [A-Za-z_][A-Za-z0-9_'#]*");

  public Expectation {
    fates = List.copyOf(fates);
  }

  /** The expectation that a case spells: a list separated by commas. */
  static Expectation parse(String where, String text) {
    List<String> items = items(text);
    if (!RESULT.matcher(items.get(0)).matches()) {
      throw new InputError(where, "result V, raised V or fault KIND UNIT", items.get(0));
    }
    boolean unsound = items.size() > 1 && items.get(items.size() - 1).equals(UNSOUND);
    List<Fate> fates = new ArrayList<>();
    for (String item : items.subList(1, unsound ? items.size() - 1 : items.size())) {
      Fate fate = Fate.parse(where, item);
      if (fates.stream().anyMatch(other -> other.unit().equals(fate.unit()))) {
        throw new InputError(where, "each instance once", item);
      }
      fates.add(fate);
    }
    return new Expectation(items.get(0), fates, unsound);
  }

  /** Splits at commas that stand outside quoted text and brackets. */
  private static List<String> items(String text) {
    List<String> items = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '\'') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        items.add(text.substring(start, i).strip());
        start = i + 1;
      }
    }
    items.add(text.substring(start).strip());
    return items;
  }

  /** The canonical spelling, as in a case. */
  @Override
  public String toString() {
    return Stream.of(Stream.of(result), fates.stream().map(Fate::toString),
            unsound ? Stream.of(UNSOUND) : Stream.<String>empty())
        .flatMap(part -> part).collect(Collectors.joining(", "));
  }
}
