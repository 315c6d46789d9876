package lethe.harness.golden;

import java.util.List;

/**
 * Something that a person must look at.
 *
 * @param kind its word, the first of the message
 * @param about {@code load/first under stub}, or a file
 * @param lines what is wrong, then the command that repeats it
 */
public record Finding(Kind kind, String about, List<String> lines) {
  /** What is wrong with a golden or a case. */
  public enum Kind { NEW, CHANGED, ORPHAN, EXPECTATION, CONFLICT, FLAKY, SCHEMA, LAW, SIZE }

  public Finding {
    lines = List.copyOf(lines);
  }

  /** The text of a failing test. */
  @Override
  public String toString() {
    return kind + " " + about + "\n  " + String.join("\n  ", lines);
  }
}
