package lethe.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** OCaml 4.13 as an oracle of tests. Without it these tests are skipped with a line that says what went untested. */
public final class OcamlInstalled {
  private static final String NO_SKIPS = "LETHE_NO_SKIPS";

  private OcamlInstalled() {}

  /**
   * Goes on only if {@code ocamlc} is there. Otherwise the test is skipped, or fails if LETHE_NO_SKIPS is set.
   *
   * @param untested what is not tested then
   */
  public static void require(String untested) {
    String path = System.getenv().getOrDefault("PATH", "");
    boolean present =
        Stream.of(path.split(":", -1)).anyMatch(folder -> Files.isExecutable(Path.of(folder, "ocamlc")));
    if (present) {
      return;
    }
    String reason = "no ocamlc, so not tested: " + untested;
    if (System.getenv(NO_SKIPS) != null) {
      fail(reason + " (" + NO_SKIPS + " is set)");
    }
    System.out.println("SKIPPED: " + reason);
    Assumptions.abort(reason);
  }

  /** Runs a command in a folder and gives what it printed; it must succeed. */
  public static String run(Path folder, String... command) {
    try {
      Path output = Files.createTempFile(folder, "output", ".txt");
      Process process = new ProcessBuilder(command)
          .directory(folder.toFile())
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
      int status = process.waitFor();
      String text = Files.readString(output, StandardCharsets.ISO_8859_1);
      assertEquals(0, status, () -> String.join(" ", command) + "\n" + text);
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every object file and library that comes with OCaml, in alphabetical order. */
  public static List<Path> objectFiles() {
    String where = run(Path.of(System.getProperty("java.io.tmpdir")), "ocamlc", "-where").strip();
    try (Stream<Path> files = Files.walk(Path.of(where))) {
      return files.filter(file -> file.toString().matches(".*\\.cm[oa]")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
