package lethe.harness.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lethe.vm.fault.InputError;

/** Reads a file that somebody named. */
final class InputFile {
  private InputFile() {}

  /** All its bytes; every way in which that can fail is an {@link InputError}. */
  static byte[] bytes(String name) {
    Path file = checked(name);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  /** Its lines, read as they are asked for. */
  static BufferedReader lines(String name) {
    Path file = checked(name);
    try {
      return Files.newBufferedReader(file);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private static Path checked(String name) {
    Path file = Path.of(name);
    if (!Files.exists(file)) {
      throw new InputError(name, "a file", "none of that name");
    }
    if (Files.isDirectory(file)) {
      throw new InputError(name, "a file", "a directory");
    }
    return file;
  }

  private static InputError unreadable(String name, IOException e) {
    return new InputError(
        name, "a readable file", Files.isReadable(Path.of(name)) ? e.getMessage() : "one without permission");
  }
}
