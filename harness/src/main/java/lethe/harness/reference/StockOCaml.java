package lethe.harness.reference;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The OCaml found on the PATH.
 *
 * @param ocamlc the bytecode compiler
 * @param ocamlrun the bytecode interpreter
 */
public record StockOCaml(Path ocamlc, Path ocamlrun) {
  /** The variable that turns a skipped check into a failure. */
  public static final String NO_SKIPS = "LETHE_NO_SKIPS";

  /** The installed OCaml, if ocamlc and ocamlrun are there. */
  public static Optional<StockOCaml> find() {
    Optional<Path> ocamlrun = onPath("ocamlrun");
    return onPath("ocamlc").flatMap(ocamlc -> ocamlrun.map(run -> new StockOCaml(ocamlc, run)));
  }

  private static Optional<Path> onPath(String program) {
    String path = System.getenv("PATH");
    for (String directory : (path == null ? "" : path).split(File.pathSeparator, -1)) {
      Path candidate = Path.of(directory, program);
      if (!directory.isEmpty() && Files.isExecutable(candidate)) {
        return Optional.of(candidate.toAbsolutePath());
      }
    }
    return Optional.empty();
  }
}
