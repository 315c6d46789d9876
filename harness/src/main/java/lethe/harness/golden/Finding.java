package lethe.harness.golden;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that a person must look at.
 *
 * @param kind its word, the first of the message
 * @param about {@code load/first under stub}, or a file
 * @param lines what is wrong, then the command that repeats it
 */
public record Finding(Kind kind, String about, List<String> lines) {
  /** What is wrong with a golden or a case. */
  public enum Kind { NEW, CHANGED, ORPHAN, EXPECTATION, CONFLICT, FLAKY, SCHEMA, LAW, CRASH, SIZE, LEDGER }

  private static final int MOST_LINES = 7;

  public Finding {
    lines = List.copyOf(lines);
  }

  /** The first line: what is wrong with what. Two findings that share it tell the same twice. */
  public String heading() {
    return kind + " " + about;
  }

  /** A finding with a heading that another one had. */
  static Finding headed(String heading, List<String> lines) {
    int blank = heading.indexOf(' ');
    return new Finding(Kind.valueOf(heading.substring(0, blank)), heading.substring(blank + 1), lines);
  }

  /** Is it about a golden that a person may approve as it is now? */
  public boolean isForReview() {
    return kind == Kind.NEW || kind == Kind.CHANGED;
  }

  /** Does it say that a case is broken, so that what it produces is no golden? */
  public boolean forbidsApproval() {
    return kind == Kind.EXPECTATION || kind == Kind.FLAKY || kind == Kind.SCHEMA || kind == Kind.LAW
        || kind == Kind.CRASH;
  }

  /**
   * The text of a failing test, {@value #MOST_LINES} lines at most: of a longer one, the last line stays, which is the command that
   * repeats it.
   */
  @Override
  public String toString() {
    List<String> shown = lines.size() < MOST_LINES ? lines
        : Stream.concat(lines.stream().limit(MOST_LINES - 2L), lines.stream().skip(lines.size() - 1L)).toList();
    return heading() + "\n  " + String.join("\n  ", shown);
  }
}
