package lethe.harness.lockstep;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lethe.vm.fault.InputError;

/** Programs of the system. */
final class Command {
  static final File NOTHING = new File("/dev/null");

  private static final long LIMIT_SECONDS = 120;

  private Command() {}

  /** The program on the PATH. */
  static Optional<Path> find(String program) {
    String path = System.getenv("PATH");
    return List.of((path == null ? "" : path).split(File.pathSeparator, -1)).stream()
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** What a command prints, line by line. */
  static List<String> lines(List<String> command) throws IOException {
    return run(command).lines().toList();
  }

  /** Runs a command that must succeed; its output. */
  static String run(List<String> command) throws IOException {
    return run(command, Path.of("").toAbsolutePath());
  }

  /** The same, in a folder. */
  static String run(List<String> command, Path folder) throws IOException {
    Process process = new ProcessBuilder(command)
        .directory(folder.toFile()).redirectErrorStream(true).redirectInput(NOTHING).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = waitFor(process, LIMIT_SECONDS);
    if (exit != 0) {
      throw new InputError(command.get(0), "exit 0", "exit " + exit + ": " + output.strip());
    }
    return output;
  }

  /** The exit code of a process that was ended since it took too long. */
  static final int KILLED = 128 + 9;

  /** The exit code of a process, which is ended if it has not come to an end by then. */
  static int waitFor(Process process, long seconds) {
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new InputError("compare", "time to wait for the reference", "an interrupt");
    }
  }
}
