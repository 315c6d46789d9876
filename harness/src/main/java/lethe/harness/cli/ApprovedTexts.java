package lethe.harness.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import lethe.harness.corpus.Case;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.GoldenFiles;

/** The texts of a case's goldens, from a fresh run. */
final class ApprovedTexts {
  private ApprovedTexts() {}

  /** Traces by policy. */
  static Map<String, String> traces(Case c, CaseCheck check) {
    Map<String, String> texts = new LinkedHashMap<>();
    c.tracePolicies().forEach(policy -> texts.put(policy, check.trace(policy)));
    return texts;
  }

  /** Outcomes and traces. */
  static Map<GoldenFiles.Name, String> all(Case c, CaseCheck check) {
    Map<GoldenFiles.Name, String> texts = new LinkedHashMap<>();
    texts.put(GoldenFiles.Name.outcomes(c.id()), check.outcomes());
    traces(c, check).forEach((policy, text) -> texts.put(GoldenFiles.Name.trace(c.id(), policy), text));
    return texts;
  }
}
