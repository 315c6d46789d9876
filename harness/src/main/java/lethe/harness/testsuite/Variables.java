package lethe.harness.testsuite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The variables that a step sees. Immutable: what a step sets, the next step beside it does not see. */
final class Variables {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\w+)\\}");
  /** More than any header nests; a variable that refers to itself stays as it is. */
  private static final int DEEPEST = 8;

  /** What {@code include} of a group appends, as far as it can be had from an installed OCaml. */
  private static final Map<String, Map<String, String>> GROUPS = Map.of(
      "unix", Map.of("libraries", "unix"),
      "str", Map.of("libraries", "str"),
      "dynlink", Map.of("libraries", "dynlink"),
      "testing", Map.of("libraries", "testing"),
      "tool-ocaml-lib", Map.of("libraries", "lib"),
      "ocamlcommon", Map.of("libraries", "ocamlcommon"),
      "config", Map.of());

  private final Map<String, String> values;

  Variables(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** These variables and what the settings make of them. A group that is not installed makes them {@link LeftOut}. */
  Variables with(List<Setting> settings) throws LeftOut {
    Map<String, String> changed = new HashMap<>(values);
    for (Setting setting : settings) {
      if (setting instanceof Setting.Assign assign) {
        changed.put(assign.name(), assign.value());
      } else if (setting instanceof Setting.Append append) {
        append(changed, append.name(), append.value());
      } else if (setting instanceof Setting.Unset unset) {
        changed.remove(unset.name());
      } else if (setting instanceof Setting.Include include) {
        if (!GROUPS.containsKey(include.name())) {
          throw LeftOut.needs(include.name());
        }
        GROUPS.get(include.name()).forEach((name, value) -> append(changed, name, value));
      }
    }
    return new Variables(changed);
  }

  private static void append(Map<String, String> values, String name, String value) {
    values.merge(name, value, (before, after) -> before + " " + after);
  }

  Variables with(String name, String value) {
    Map<String, String> changed = new HashMap<>(values);
    changed.put(name, value);
    return new Variables(changed);
  }

  /** The value, with what it refers to put in; empty if it is not set. */
  String get(String name) {
    return expand(values.getOrDefault(name, ""));
  }

  private String expand(String text) {
    String expanded = text;
    for (int depth = 0; depth < DEEPEST && REFERENCE.matcher(expanded).find(); depth++) {
      expanded = REFERENCE.matcher(expanded)
          .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
    return expanded;
  }

  boolean isTrue(String name) {
    return get(name).equals("true");
  }

  /** The value as words, split at blanks that are not between quotes. */
  List<String> words(String name) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+").matcher(get(name));
    while (word.find()) {
      words.add(word.group().replaceAll("['\"]", ""));
    }
    return words;
  }

  /** The values of several variables as words. */
  List<String> words(String... names) {
    return Stream.of(names).flatMap(name -> words(name).stream()).toList();
  }
}
