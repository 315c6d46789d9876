package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jline.terminal.Terminal;
import org.jline.utils.ScreenTerminal;

/** A terminal in memory: keys go in, the screen can be looked at. */
final class VirtualScreen {
  private static final long PATIENCE_MILLIS = 60_000;

  private final ScreenTerminal.VirtualTerminal virtual;

  VirtualScreen(int columns, int rows) throws IOException {
    this("xterm", columns, rows);
  }

  /** @param type as the variable TERM has it */
  VirtualScreen(String type, int columns, int rows) throws IOException {
    virtual = ScreenTerminal.withTerminal("review", type, columns, rows);
  }

  Terminal terminal() {
    return virtual.terminal();
  }

  void press(String keys) throws IOException {
    virtual.terminal().processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
  }

  /** The lines of the screen, without blanks at their ends. */
  List<String> lines() {
    int columns = virtual.screen().getColumns();
    int rows = virtual.screen().getRows();
    long[] cells = new long[columns * rows];
    virtual.screen().dump(cells, 0, 0, rows, columns, null);
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

  String text() {
    return String.join("\n", lines());
  }

  /** Waits until the screen shows a text. */
  void await(String text) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!text().contains(text)) {
      if (System.currentTimeMillis() > end) {
        fail("'" + text + "' does not come:\n" + text());
      }
      Thread.sleep(20);
    }
  }
}
