package lethe.harness.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lethe.vm.fault.InputError;

/** The lines of a case that start with {@code ;;}: each key once, but {@code expect}. */
final class Header {
  private static final Set<String> KEYS = Set.of("title", "shows", "hazard", "level", "trace", "window", "schedule",
      "minor", "stack", "observes", "reference", "cost");
  private static final String EXPECT = "expect ";

  /** The value of a key, and where it stands ({@code file:line}). */
  record Entry(String where, String value) {
    List<String> words() {
      List<String> words = List.of(value.split("\\s+", -1));
      for (int i = 1; i < words.size(); i++) {
        if (words.subList(0, i).contains(words.get(i))) {
          throw new InputError(where, "each word once", words.get(i));
        }
      }
      return words;
    }

    int number(int least) {
      if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) < least) {
        throw new InputError(where, "a number of words, " + least + " or more", value);
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
        add(file + ":" + number, line.substring(2).strip());
      }
    }
  }

  private void add(String where, String line) {
    int colon = line.indexOf(':');
    String value = colon < 0 ? "" : line.substring(colon + 1).strip();
    if (value.isEmpty()) {
      throw new InputError(where, "key: value", line);
    }
    String key = line.substring(0, colon).strip();
    Entry entry = new Entry(where, value);
    if (key.startsWith(EXPECT)) {
      addExpectation(where, key.substring(EXPECT.length()).strip(), entry);
    } else if (!KEYS.contains(key)) {
      throw new InputError(where, "a key of corpus/README.md", key);
    } else if (entries.put(key, entry) != null) {
      throw new InputError(where, "key " + key + " once", "it again");
    }
  }

  private void addExpectation(String where, String policies, Entry entry) {
    for (String policy : new Entry(where, policies).words()) {
      checkPolicy(where, policy);
      if (expectations.put(policy, entry) != null) {
        throw new InputError(where, "policy " + policy + " in one expect line", "it again");
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
      throw new InputError(file + ":1", "key " + key, "none");
    }
    return entry;
  }

  /** The entry of a key, or one with a value that stands for its absence. */
  Entry optional(String key, String absent) {
    return entries.getOrDefault(key, new Entry(file + ":1", absent));
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Entry expectation(String policy) {
    Entry entry = expectations.get(policy);
    if (entry == null) {
      throw new InputError(file + ":1", "key expect for policy " + policy, "none");
    }
    return entry;
  }
}
