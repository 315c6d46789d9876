package lethe.harness.testsuite;

import java.io.IOException;
import java.util.Optional;
import lethe.harness.lockstep.WorkingFolder;

/** A way of trying a program that ocamlrun passes: a column of the report. */
public interface Way {
  /** The column's head. */
  String name();

  /** What a command line says to have this column; empty if it has it anyway. */
  String option();

  /**
   * Runs the program.
   *
   * @param folder where it is run, to be prepared before each run
   * @param stock what ocamlrun made of it
   * @return what is wrong: in one line, or the first step that differs; empty if nothing is
   * @throws LeftOut if it says nothing of us
   */
  Optional<String> difference(Program program, WorkingFolder folder, Ending stock)
      throws LeftOut, IOException, InterruptedException;
}
