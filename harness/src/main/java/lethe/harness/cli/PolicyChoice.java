package lethe.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lethe.harness.corpus.Policies;
import lethe.vm.fault.InputError;
import lethe.vm.fault.Suggestion;
import picocli.CommandLine.Option;

/** The option {@code --policy}. */
final class PolicyChoice {
  private static final String ALL = "all";
  // An annotation needs a constant; a test compares it with the list.
  static final String POLICIES = "keep release force stub stub-env stub-local export negate handle scan";

  @Option(
      names = "--policy",
      split = ",",
      paramLabel = "P",
      description = "Under which policies, with a comma between them, or 'all': " + POLICIES + ".")
  private List<String> named = new ArrayList<>();

  /** The policies named, each once. */
  List<String> orElse(List<String> absent) {
    if (named.isEmpty()) {
      return absent;
    }
    Set<String> chosen = new LinkedHashSet<>();
    for (String policy : named) {
      if (policy.equals(ALL)) {
        chosen.addAll(Policies.ALL);
      } else {
        chosen.add(checked("--policy", policy));
      }
    }
    return new ArrayList<>(chosen);
  }

  /** The one policy named. */
  String oneOrElse(String absent) {
    List<String> chosen = orElse(List.of(absent));
    if (chosen.size() > 1) {
      throw new InputError("--policy", "one policy", String.join(" ", chosen));
    }
    return chosen.get(0);
  }

  /** The policy, which must exist. */
  static String checked(String option, String policy) {
    if (Policies.ALL.contains(policy)) {
      return policy;
    }
    String hint = Suggestion.hint(policy, Policies.ALL);
    throw new InputError(option, "one of " + String.join(" ", Policies.ALL), "'" + policy + "'" + hint);
  }
}
