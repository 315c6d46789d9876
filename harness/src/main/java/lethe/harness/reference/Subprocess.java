package lethe.harness.reference;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process that has run, or was ended.
 *
 * @param exitCode as a shell gives it, 128 + n after signal n; {@link #TIMED_OUT} if it was ended
 * @param output standard output, read as UTF-8
 * @param errors standard error, read as UTF-8
 */
public record Subprocess(int exitCode, String output, String errors) {
  /** The exit code of a process that had not ended in time. */
  public static final int TIMED_OUT = -1;

  /**
   * Runs a command in a directory. Its output goes through two files there, so that a process that is ended has its
   * output kept.
   *
   * @param environment added to our own
   */
  public static Subprocess run(Path directory, List<String> command, Map<String, String> environment, int seconds)
      throws IOException, InterruptedException {
    File output = directory.resolve("stdout.txt").toFile();
    File errors = directory.resolve("stderr.txt").toFile();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toFile()).redirectOutput(output).redirectError(errors);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    int exitCode = TIMED_OUT;
    if (process.waitFor(seconds, TimeUnit.SECONDS)) {
      exitCode = process.exitValue();
    } else {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    return new Subprocess(exitCode, text(output), text(errors));
  }

  private static String text(File file) throws IOException {
    return new String(Files.readAllBytes(file.toPath()), StandardCharsets.UTF_8);
  }
}
