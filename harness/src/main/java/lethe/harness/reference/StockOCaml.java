package lethe.harness.reference;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lethe.vm.fault.InputError;

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

  /**
   * The same with another of OCaml's bytecode interpreters: {@code ocamlrund}, which checks itself while it runs.
   *
   * @throws InputError if there is none of that name
   */
  public StockOCaml with(String interpreter) {
    return new StockOCaml(
        ocamlc,
        onPath(interpreter).orElseThrow(() -> new InputError(interpreter, "a bytecode interpreter on the PATH", "none")));
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
