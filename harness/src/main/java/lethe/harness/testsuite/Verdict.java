package lethe.harness.testsuite;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a program that passes on ocamlrun did on our machine.
 *
 * @param program the test's id; with {@code #2} behind it for the second program of a test
 * @param area the folder it is counted under
 * @param differences what is wrong, by way, in one line; nothing for one that passes
 */
public record Verdict(String program, String area, Map<String, Optional<String>> differences) {
  public Verdict {
    differences = new TreeMap<>(differences);
  }

  boolean passes(Way way) {
    return differences.get(way.name()).isEmpty();
  }
}
