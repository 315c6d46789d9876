package lethe.harness.lockstep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a program printed, in two files. */
record Output(Path standard, Path errors) {
  private static final int SHOWN = 60;

  static Output in(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new Output(folder.resolve("stdout"), folder.resolve("stderr"));
  }

  /** The first difference from ours to the reference's; empty if they are alike. */
  static Optional<String> difference(Output ours, Output reference) throws IOException {
    Optional<String> standard = difference("standard output", ours.standard, reference.standard);
    return standard.isPresent() ? standard : difference("standard error", ours.errors, reference.errors);
  }

  private static Optional<String> difference(String name, Path ours, Path reference) throws IOException {
    long at = Files.mismatch(ours, reference);
    return at < 0
        ? Optional.empty()
        : Optional.of(name + " differs at byte " + at + ": ours " + from(ours, at) + ", reference " + from(reference, at));
  }

  private static String from(Path file, long at) throws IOException {
    try (var in = Files.newInputStream(file)) {
      in.skipNBytes(at);
      byte[] bytes = in.readNBytes(SHOWN);
      return bytes.length == 0
          ? "ends"
          : "'" + new String(bytes, StandardCharsets.ISO_8859_1).replace("\n", "\\n") + "'";
    }
  }
}
