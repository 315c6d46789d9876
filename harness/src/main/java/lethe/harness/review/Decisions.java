package lethe.harness.review;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import lethe.harness.approval.Approval;
import lethe.harness.golden.GoldenFiles;

/**
 * Which goldens a reviewer has rejected, kept among the received files: the next run deletes both. What was accepted needs no record here: it is
 * the golden then.
 */
final class Decisions {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private final Path file;
  private final Set<String> rejected;

  private Decisions(Path file, Set<String> rejected) {
    this.file = file;
    this.rejected = rejected;
  }

  static Decisions read(GoldenFiles files) {
    Path file = files.received().resolve("rejected.json");
    return new Decisions(file, paths(file));
  }

  private static Set<String> paths(Path file) {
    if (!Files.isRegularFile(file)) {
      return new TreeSet<>();
    }
    try {
      String[] paths = GSON.fromJson(Files.readString(file), String[].class);
      return paths == null ? new TreeSet<>() : new TreeSet<>(Set.of(paths));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonParseException e) {
      return new TreeSet<>(); // as if nothing had been decided
    }
  }

  boolean isRejected(String path) {
    return rejected.contains(path);
  }

  void reject(String path) {
    rejected.add(path);
    write();
  }

  /** Forgets that it was rejected. */
  void accept(String path) {
    if (rejected.remove(path)) {
      write();
    }
  }

  private void write() {
    Approval.replace(file, GSON.toJson(rejected) + "\n");
  }
}
