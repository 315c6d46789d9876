package lethe.harness.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.golden.CaseSource;
import lethe.harness.subject.PlacedEvent;

/** Prints the events of a case beside the lines at which they happen, or below them where there is no room for two columns. */
final class BesideSource {
  /** A terminal narrower than this has one column. */
  static final int TWO_COLUMNS = 100;

  private static final String BETWEEN = " | ";
  private static final String INDENT = "      ";

  private final PrintStream out;
  private final int width;

  /** @param width of a line, in characters */
  BesideSource(PrintStream out, int width) {
    this.out = out;
    this.width = width;
  }

  void print(Case c, List<PlacedEvent> events) {
    CaseSource source = new CaseSource(c);
    Optional<CaseSource.Line> last = Optional.empty();
    for (PlacedEvent placed : events) {
      Optional<CaseSource.Line> line = placed.site().flatMap(source::at);
      print(line.isEmpty() || line.equals(last) ? "" : shown(line.get()), placed.event().toString());
      last = line;
    }
  }

  private void print(String left, String right) {
    if (width >= TWO_COLUMNS) {
      int leftWidth = (width - BETWEEN.length()) * 2 / 5;
      wrap(String.format("%-" + leftWidth + "s", cut(left, leftWidth)) + BETWEEN, " ".repeat(leftWidth) + BETWEEN, right);
    } else {
      if (!left.isEmpty()) {
        out.println(cut(left, width));
      }
      wrap(INDENT, INDENT, right);
    }
  }

  /** An event is told whole, on as many lines as it takes. */
  private void wrap(String before, String beforeMore, String event) {
    int room = width - before.length();
    for (int start = 0; start < event.length(); start += room) {
      out.println((start == 0 ? before : beforeMore) + event.substring(start, Math.min(start + room, event.length())));
    }
  }

  /** A comment stands in its own column in a file; here the room is needed. */
  private static String shown(CaseSource.Line line) {
    return String.format("%4d  %s", line.number(), line.text().replaceFirst("\\s{2,};", "  ;"));
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
