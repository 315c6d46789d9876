package lethe.harness.testsuite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.vm.fault.InputError;

/**
 * Reads the language of ocamltest's headers: settings, then steps with as many stars as they are deep, each with settings of its
 * own behind it.
 */
final class HeaderReader {
  private final String where;
  private final List<String> tokens;
  private int at;

  private HeaderReader(String where, List<String> tokens) {
    this.where = where;
    this.tokens = tokens;
  }

  /**
   * The header of a program; empty if it has none.
   *
   * @param where the program's name, for messages
   */
  static Optional<Header> read(String where, String source) {
    return HeaderTokens.of(where, source).map(tokens -> new HeaderReader(where, tokens).header());
  }

  private Header header() {
    List<Setting> settings = settings();
    List<Step> steps = steps(1);
    if (at < tokens.size()) {
      throw expected("a step with one star or one more than the step above it");
    }
    return new Header(settings, steps);
  }

  private List<Step> steps(int depth) {
    List<Step> steps = new ArrayList<>();
    while (at < tokens.size() && tokens.get(at).equals("*".repeat(depth))) {
      at++;
      String action = next("the name of a step");
      List<Setting> settings = new ArrayList<>();
      if (skip("with")) {
        do {
          settings.add(new Setting.Include(next("a group of variables")));
        } while (skip(","));
      }
      settings.addAll(settings());
      steps.add(new Step(action, settings, steps(depth + 1)));
    }
    return steps;
  }

  private List<Setting> settings() {
    List<Setting> settings = new ArrayList<>();
    while (at < tokens.size() && !tokens.get(at).startsWith("*")) {
      String word = next("a setting");
      switch (word) {
        case "include" -> settings.add(new Setting.Include(next("a group of variables")));
        case "unset" -> settings.add(new Setting.Unset(next("a variable")));
        case "set" -> settings.add(assignment(next("a variable")));
        default -> settings.add(assignment(word));
      }
    }
    return settings;
  }

  private Setting assignment(String name) {
    if (skip("+=")) {
      return new Setting.Append(name, string());
    }
    if (!skip("=")) {
      throw expected("= or += after " + name);
    }
    return new Setting.Assign(name, string());
  }

  /** A string without its quotes; a line that ends with a backslash goes on where the next one begins. */
  private String string() {
    String quoted = next("a string");
    if (!quoted.startsWith("\"")) {
      at--;
      throw expected("a string in quotes");
    }
    return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\\\R[ \t]*", "").replaceAll("\\\\(.)", "$1");
  }

  private boolean skip(String token) {
    boolean there = at < tokens.size() && tokens.get(at).equals(token);
    at += there ? 1 : 0;
    return there;
  }

  private String next(String wanted) {
    if (at == tokens.size()) {
      throw expected(wanted);
    }
    return tokens.get(at++);
  }

  private InputError expected(String wanted) {
    return new InputError(where, wanted, at == tokens.size() ? "the end of the header" : "'" + tokens.get(at) + "'");
  }
}
