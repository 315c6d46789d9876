package lethe.harness.testsuite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the tests.
 *
 * @param verdicts on each program that passes on ocamlrun, in the order of the tests
 * @param leftOut the reason by test
 */
public record SuiteReport(List<Verdict> verdicts, Map<String, String> leftOut) {
  static final SuiteReport EMPTY = new SuiteReport(List.of(), Map.of());

  public SuiteReport {
    verdicts = List.copyOf(verdicts);
    leftOut = new TreeMap<>(leftOut);
  }

  SuiteReport and(SuiteReport other) {
    List<Verdict> both = new ArrayList<>(verdicts);
    both.addAll(other.verdicts);
    Map<String, String> reasons = new TreeMap<>(leftOut);
    reasons.putAll(other.leftOut);
    return new SuiteReport(both, reasons);
  }

  /** Does every program pass in every mode? */
  public boolean passes() {
    return verdicts.stream().allMatch(verdict -> verdict.differences().values().stream().allMatch(d -> d.isEmpty()));
  }
}
