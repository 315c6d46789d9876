package lethe.harness.testsuite;

import java.io.IOException;

/** Something that runs a program to its end. */
public interface Engine {
  Ending run(Program program) throws IOException, InterruptedException;
}
