package lethe.harness.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.vm.fault.InputError;
import lethe.vm.fault.Suggestion;

/** The lines of a case that start with {@code ;;}: each key once, but {@code expect}. */
final class Header {
  private static final List<String> KEYS = List.of("title", "shows", "hazard", "level", "trace", "window", "schedule",
      "minor", "stack", "observes", "reference", "cost");
  private static final String EXPECT = "expect ";

  /**
   * The value of a key, and where it stands.
   *
   * @param line from 1
   * @param column of the value, from 1
   */
  record Entry(String file, int line, int column, String value) {
    String where() {
      return file + ":" + line + ":" + column;
    }

    /** Where a word of the value stands. */
    String where(String word) {
      Matcher found = Pattern.compile("(?<!\\S)" + Pattern.quote(word) + "(?!\\S)").matcher(value);
      return file + ":" + line + ":" + (column + (found.find() ? found.start() : 0));
    }

    List<String> words() {
      List<String> words = List.of(value.split("\\s+", -1));
      for (int i = 1; i < words.size(); i++) {
        if (words.subList(0, i).contains(words.get(i))) {
          throw new InputError(where(words.get(i)), "each word once", words.get(i));
        }
      }
      return words;
    }

    int number(int least) {
      if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < least) {
        throw new InputError(where(), "a number of words, " + least + " or more", value);
      }
      return Integer.parseInt(value);
    }
  }

  private final String file;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Entry> expectations = new LinkedHashMap<>();

  Header(String file, String text) {
    this.file = file;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.startsWith(";;")) {
        add(number, line);
      }
    }
  }

  private void add(int number, String line) {
    int colon = line.indexOf(':');
    Entry key = part(number, line, 2, colon < 0 ? line.length() : colon);
    Entry value = part(number, line, colon < 0 ? line.length() : colon + 1, line.length());
    if (colon < 0) {
      throw new InputError(key.where(), "key: value", key.value().isEmpty() ? "the end of the line" : key.value());
    }
    if (value.value().isEmpty()) {
      throw new InputError(value.where(), "a value for the key " + key.value(), "the end of the line");
    }
    if (key.value().startsWith(EXPECT)) {
      addExpectation(part(number, line, line.indexOf(EXPECT) + EXPECT.length(), colon), value);
    } else if (!KEYS.contains(key.value())) {
      throw new InputError(key.where(), "a key of corpus/README.md" + Suggestion.hint(key.value(), KEYS), key.value());
    } else if (entries.put(key.value(), value) != null) {
      throw new InputError(key.where(), "key " + key.value() + " once", "it again");
    }
  }

  /** A part of a line without the blanks around it. */
  private Entry part(int number, String line, int from, int to) {
    int start = from;
    while (start < to && Character.isWhitespace(line.charAt(start))) {
      start++;
    }
    return new Entry(file, number, start + 1, line.substring(start, to).strip());
  }

  private void addExpectation(Entry policies, Entry expectation) {
    for (String policy : policies.words()) {
      checkPolicy(policies.where(policy), policy);
      if (expectations.put(policy, expectation) != null) {
        throw new InputError(policies.where(policy), "policy " + policy + " in one expect line", "it again");
      }
    }
  }

  static void checkPolicy(String where, String policy) {
    if (!Policies.ALL.contains(policy)) {
      throw new InputError(where, "a policy (" + String.join(" ", Policies.ALL) + ")", policy);
    }
  }

  Entry required(String key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      throw new InputError(file + ":1:1", "key " + key, "none");
    }
    return entry;
  }

  /** The entry of a key, or one with a value that stands for its absence. */
  Entry optional(String key, String absent) {
    return entries.getOrDefault(key, new Entry(file, 1, 1, absent));
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Entry expectation(String policy) {
    Entry entry = expectations.get(policy);
    if (entry == null) {
      throw new InputError(file + ":1:1", "key expect for policy " + policy, "none");
    }
    return entry;
  }
}
