package lethe.harness.lockstep;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a program runs: as it is, or made anew for each run, so that no run sees what another has written.
 *
 * @param path the same for each run, since programs may ask for it
 * @param preparation makes the folder ready for a run
 */
public record WorkingFolder(Path path, Preparation preparation) {
  /** What is done before each run. */
  @FunctionalInterface
  public interface Preparation {
    void prepare() throws IOException;
  }

  /** The folder as it is: for programs that write nothing there. */
  public static WorkingFolder asItIs(Path path) {
    return new WorkingFolder(path.toAbsolutePath(), () -> {});
  }

  /** A folder that each run finds with these files, in this order, and nothing else. */
  public static WorkingFolder fresh(Path path, List<Path> copied) {
    Path folder = path.toAbsolutePath();
    List<Path> files = List.copyOf(copied);
    return new WorkingFolder(folder, () -> fill(folder, files));
  }

  /** Makes the folder ready for a run. */
  public void prepare() throws IOException {
    preparation.prepare();
  }

  private static void fill(Path folder, List<Path> files) throws IOException {
    delete(folder);
    Files.createDirectories(folder);
    for (Path file : files) {
      copy(file, folder.resolve(file.getFileName()));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(from, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(to.resolve(from.relativize(folder).toString()));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path target = file.equals(from) ? to : to.resolve(from.relativize(file).toString());
        Files.copy(file, target);
        return FileVisitResult.CONTINUE;
      }
    });
  }

  /** Deletes a folder with all that is in it, if it is there. */
  public static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
