package lethe.harness.testsuite;

import java.util.List;
import java.util.Optional;

/**
 * What a program printed, and how it ended.
 *
 * @param output standard output and standard error, as they came; a character for each byte
 * @param exitCode as a shell gives it, 128 + n after signal n; {@link #TIMED_OUT} if it was ended
 * @param fault why the machine stopped it; empty if it did not
 */
public record Ending(String output, int exitCode, String fault) {
  /** The exit code of a process that had not ended in time. */
  public static final int TIMED_OUT = -1;

  private static final int LONGEST_EXCERPT = 60;

  /** In one line what is wrong with this one; empty if it is the one expected. */
  Optional<String> difference(Ending expected) {
    if (!fault.isEmpty()) {
      return Optional.of(fault);
    }
    if (!output.equals(expected.output)) {
      return Optional.of(differenceOfOutput(output.lines().toList(), expected.output.lines().toList()));
    }
    return exitCode == expected.exitCode
        ? Optional.empty()
        : Optional.of("expected exit " + expected.exitCode + ", found exit " + exitCode);
  }

  private static String differenceOfOutput(List<String> found, List<String> expected) {
    int line = 0;
    while (line < Math.min(found.size(), expected.size()) && found.get(line).equals(expected.get(line))) {
      line++;
    }
    return "line " + (line + 1) + ": expected " + excerpt(expected, line) + ", found " + excerpt(found, line);
  }

  private static String excerpt(List<String> lines, int line) {
    if (line == lines.size()) {
      return "the end";
    }
    String text = lines.get(line);
    return "'" + (text.length() > LONGEST_EXCERPT ? text.substring(0, LONGEST_EXCERPT) + "…" : text) + "'";
  }
}
