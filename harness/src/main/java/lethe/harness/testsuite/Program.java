package lethe.harness.testsuite;

import java.nio.file.Path;
import java.util.List;

/**
 * A program that is to be run.
 *
 * @param executable the bytecode file, which is also its name for itself
 * @param arguments what follows the name
 * @param input the file that is its standard input; {@code /dev/null} for none
 * @param parameters its OCAMLRUNPARAM
 * @param directory where it is run
 */
public record Program(Path executable, List<String> arguments, Path input, String parameters, Path directory) {
  /** No standard input. */
  public static final Path NOTHING = Path.of("/dev/null");

  public Program {
    arguments = List.copyOf(arguments);
  }

  /** Without input and parameters. */
  public Program(Path executable, List<String> arguments, Path directory) {
    this(executable, arguments, NOTHING, "", directory);
  }
}
