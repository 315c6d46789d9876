package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.IntStream;
import org.jline.utils.ScreenTerminal;

/** What stands on the screen of a terminal. */
final class ScreenText {
  private static final long PATIENCE_MILLIS = 60_000;

  private final ScreenTerminal screen;

  ScreenText(ScreenTerminal screen) {
    this.screen = screen;
  }

  /** The lines, without blanks at their ends. */
  List<String> lines() {
    int columns = screen.getColumns();
    int rows = screen.getRows();
    long[] cells = new long[columns * rows];
    screen.dump(cells, 0, 0, rows, columns, null);
    return IntStream.range(0, rows).mapToObj(row -> line(cells, row * columns, columns).stripTrailing()).toList();
  }

  private static String line(long[] cells, int from, int columns) {
    StringBuilder line = new StringBuilder();
    for (int i = from; i < from + columns; i++) {
      int c = ScreenTerminal.cellCodePoint(cells[i]);
      line.appendCodePoint(c == 0 ? ' ' : c);
    }
    return line.toString();
  }

  @Override
  public String toString() {
    return String.join("\n", lines());
  }

  /** Waits until a text is there. */
  void await(String text) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!toString().contains(text)) {
      if (System.currentTimeMillis() > end) {
        fail("'" + text + "' does not come:\n" + this);
      }
      Thread.sleep(20);
    }
  }
}
