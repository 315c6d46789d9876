package lethe.harness.testsuite;

import java.nio.file.Path;

/**
 * A program of a testsuite.
 *
 * @param tests the folder of all tests
 * @param file the program, in it
 */
record TestFile(Path tests, Path file) {
  /** Its name in reports and on the command line: {@code lib-set/testset.ml}. */
  String id() {
    return tests.relativize(file).toString();
  }

  /** The folder that the report counts it under: {@code lib-set}. */
  String area() {
    return tests.relativize(file).getName(0).toString();
  }

  Path directory() {
    return file.getParent();
  }

  /** The name in its folder: {@code testset.ml}. */
  String name() {
    return file.getFileName().toString();
  }

  /** The name without its ending. */
  String stem() {
    return name().replaceFirst("\\.ml$", "");
  }
}
