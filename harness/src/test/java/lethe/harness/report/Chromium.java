package lethe.harness.report;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lethe.harness.reference.StockOCaml;

/** The browser of this machine, without a window, driven over its own protocol. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");
  private static final String ADDRESS = "DevTools listening on ";

  private final Process process;
  private final DevTools devTools;

  private Chromium(Process process, DevTools devTools) {
    this.process = process;
    this.devTools = devTools;
  }

  /**
   * Starts it. Where there is none, the test is skipped; that is a failure if LETHE_NO_SKIPS is set.
   *
   * @param profile a folder of its own
   */
  static Chromium start(Path profile) throws IOException {
    Optional<Path> program = find();
    if (program.isEmpty()) {
      String reason = "skipped: no chromium on the PATH";
      assertNull(System.getenv(StockOCaml.NO_SKIPS), reason + ", but " + StockOCaml.NO_SKIPS + " is set");
      System.out.println(reason);
      assumeTrue(false, reason);
    }
    return start(program.orElseThrow(), profile);
  }

  private static Optional<Path> find() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable).findFirst();
  }

  private static Chromium start(Path program, Path profile) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        program.toString(), "--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
        "--disable-dev-shm-usage", "--remote-debugging-port=0", "--user-data-dir=" + profile));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--no-sandbox"); // it refuses to run as root with one
    }
    command.add("about:blank");
    Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    StringBuilder said = new StringBuilder();
    BufferedReader errors = process.errorReader(StandardCharsets.UTF_8);
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith(ADDRESS)) {
        drain(errors);
        return new Chromium(process, DevTools.connect(line.substring(ADDRESS.length()).strip()));
      }
    }
    throw new IOException(program + " ended:\n" + said);
  }

  /** What it says later is of no interest, but must not fill the pipe. */
  private static void drain(BufferedReader errors) {
    Thread reader = new Thread(() -> errors.lines().forEach(line -> { }), "chromium's errors");
    reader.setDaemon(true);
    reader.start();
  }

  /** A new tab. */
  Tab tab(int width, int height) {
    return Tab.open(devTools, width, height);
  }

  @Override
  public void close() {
    devTools.end();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
