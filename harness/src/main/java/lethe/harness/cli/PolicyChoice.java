package lethe.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lethe.harness.corpus.Policies;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Option;

/** The option {@code --policy}. */
final class PolicyChoice {
  private static final String ALL = "all";

  @Option(
      names = "--policy",
      split = ",",
      paramLabel = "P",
      description = "Policy for loaded code; repeat it for several, or 'all'. One of: keep release force stub stub-env "
          + "stub-local export negate handle scan.")
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
      } else if (Policies.ALL.contains(policy)) {
        chosen.add(policy);
      } else {
        throw unknown(policy);
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

  private static InputError unknown(String policy) {
    String hint = Suggestion.nearest(policy, Policies.ALL).map(near -> "; did you mean " + near + "?").orElse("");
    return new InputError("--policy", "all or one of " + String.join(" ", Policies.ALL), "'" + policy + "'" + hint);
  }
}
