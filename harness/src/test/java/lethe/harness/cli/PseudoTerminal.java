package lethe.harness.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lethe.harness.golden.LetheRoot;
import org.jline.utils.ScreenTerminal;

/**
 * {@code lethe} as a process at a real pseudo-terminal, which {@code script} of util-linux opens: keys go in, and what comes out is
 * drawn on a screen that can be looked at.
 */
final class PseudoTerminal implements AutoCloseable {
  private final Process process;
  private final OutputStream keys;
  private final Thread drawing;
  private final ScreenText screen;

  /** Why there is none here; empty if nothing is missing. */
  static Optional<String> missing() {
    try {
      Process script = new ProcessBuilder("script", "--version").redirectErrorStream(true).start();
      String version = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return version.contains("util-linux") ? Optional.empty() : Optional.of("script is not that of util-linux: " + version.strip());
    } catch (IOException e) {
      return Optional.of("no script (util-linux) on the PATH");
    }
  }

  /**
   * Starts a command.
   *
   * @param root the project that it is run in
   * @param variables more of them, beside TERM
   */
  PseudoTerminal(Path root, int columns, int rows, Map<String, String> variables, String... args) throws IOException {
    String lethe = Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                "-XX:TieredStopAtLevel=1", "-D" + LetheRoot.PROPERTY + "=" + root, Main.class.getName()),
            Stream.of(args))
        .map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    ProcessBuilder builder = new ProcessBuilder(List.of(
        "script", "--quiet", "--return", "--command", "stty cols " + columns + " rows " + rows + "; exec " + lethe, "/dev/null"));
    builder.environment().put("TERM", "xterm");
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().keySet().removeAll(List.of("CI", "EDITOR", "NO_COLOR", "COLUMNS", "LINES"));
    builder.environment().putAll(variables);
    process = builder.redirectErrorStream(true).start();
    keys = process.getOutputStream();
    ScreenTerminal drawn = new ScreenTerminal(columns, rows);
    screen = new ScreenText(drawn);
    drawing = new Thread(() -> draw(drawn), "screen");
    drawing.start();
  }

  private void draw(ScreenTerminal drawn) {
    char[] some = new char[4096];
    try (Reader out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      for (int n = out.read(some); n >= 0; n = out.read(some)) {
        drawn.write(new String(some, 0, n));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void press(String pressed) throws IOException {
    keys.write(pressed.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  ScreenText screen() {
    return screen;
  }

  /** Presses keys, and waits until the screen shows a text. */
  void press(String pressed, String shown) throws IOException, InterruptedException {
    press(pressed);
    screen.await(shown);
  }

  /** Waits for the end. The exit code. */
  int exitCode() throws InterruptedException {
    int code = process.waitFor();
    drawing.join();
    return code;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
