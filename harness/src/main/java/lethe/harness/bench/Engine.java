package lethe.harness.bench;

import java.io.IOException;
import java.nio.file.Path;

/** Something that runs a bytecode executable to its end; a program that ends badly is an exception. */
@FunctionalInterface
public interface Engine {
  void run(Path executable) throws IOException, InterruptedException;
}
