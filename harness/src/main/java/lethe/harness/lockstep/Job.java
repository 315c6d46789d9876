package lethe.harness.lockstep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What both machines run, in a world that is the same for both.
 *
 * @param program a bytecode executable, absolute: both programs see this name
 * @param input what they read from standard input; empty for nothing
 * @param runParameters what OCAMLRUNPARAM holds besides, {@code b}; empty for nothing. Programs read it, so both get the same
 */
public record Job(
    Path program, List<String> arguments, WorkingFolder folder, Optional<Path> input, String runParameters) {
  /** The reference is silent, and its minor heap so large (64 MB) that few of its collections show. */
  private static final String REFERENCE_PARAMETERS = "v=0,s=8M";

  public Job {
    program = program.toAbsolutePath();
    arguments = List.copyOf(arguments);
  }

  /** Runs in a folder as it is, without input. */
  public static Job in(Path folder, Path program, String... arguments) {
    return new Job(program, List.of(arguments), WorkingFolder.asItIs(folder), Optional.empty(), "");
  }

  /** Program and arguments: Sys.argv. */
  public List<String> line() {
    List<String> line = new ArrayList<>(List.of(program.toString()));
    line.addAll(arguments);
    return line;
  }

  /** The text of OCAMLRUNPARAM. */
  String environment() {
    return runParameters.isEmpty() ? REFERENCE_PARAMETERS : REFERENCE_PARAMETERS + "," + runParameters;
  }
}
