package lethe.harness.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.ScreenTerminal;

/** A terminal in memory: keys go in, the screen can be looked at. */
final class VirtualScreen {
  private final ScreenTerminal.VirtualTerminal virtual;
  private final ScreenText screen;

  VirtualScreen(int columns, int rows) throws IOException {
    this("xterm", columns, rows);
  }

  /** @param type as the variable TERM has it */
  VirtualScreen(String type, int columns, int rows) throws IOException {
    virtual = ScreenTerminal.withTerminal("review", type, columns, rows);
    screen = new ScreenText(virtual.screen());
  }

  Terminal terminal() {
    return virtual.terminal();
  }

  void press(String keys) throws IOException {
    virtual.terminal().processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return screen.lines();
  }

  String text() {
    return screen.toString();
  }

  /** Waits until the screen shows a text. */
  void await(String text) throws InterruptedException {
    screen.await(text);
  }
}
