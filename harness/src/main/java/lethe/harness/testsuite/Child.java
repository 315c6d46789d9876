package lethe.harness.testsuite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process, run to its end or for a minute. */
final class Child {
  static final String OCAML_PARAMETERS = "OCAMLRUNPARAM";

  private static final int LIMIT_SECONDS = 60;

  private Child() {}

  /** Runs a command; both of its streams go to one file, so that they are in the order in which it wrote. */
  static Ending run(List<String> command, Path directory, Path input, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path output = Files.createTempFile("lethe-suite", ".output");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
          .redirectInput(input.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      int exitCode = Ending.TIMED_OUT;
      if (process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        exitCode = process.exitValue();
      } else {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
      return new Ending(new String(Files.readAllBytes(output), ISO_8859_1), exitCode, "");
    } finally {
      Files.delete(output);
    }
  }
}
