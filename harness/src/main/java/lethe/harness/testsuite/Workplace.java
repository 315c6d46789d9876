package lethe.harness.testsuite;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The directory in which a test is built and its programs are run. Each run finds it as the building left it, under the same
 * path, whatever the run before it did there.
 */
final class Workplace {
  private final Path directory;
  private final Path saved;

  /** @param scratch an empty directory */
  Workplace(Path scratch) throws IOException {
    this.directory = Files.createDirectories(scratch.resolve("here"));
    this.saved = scratch.resolve("saved");
  }

  Path directory() {
    return directory;
  }

  /** Takes everything away. */
  void clear() throws IOException {
    delete(directory);
    Files.createDirectories(directory);
  }

  /** Copies a file or a whole directory to the same name here. */
  void copyIn(Path from, String name) throws IOException {
    copy(from, directory.resolve(name));
  }

  /** What is here now is what {@link #restore} brings back. */
  void save() throws IOException {
    delete(saved);
    copy(directory, saved);
  }

  void restore() throws IOException {
    delete(directory);
    copy(saved, directory);
  }

  static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.walkFileTree(from, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(to.resolve(from.relativize(folder)));
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.copy(file, to.resolve(from.relativize(file)),
            StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING, LinkOption.NOFOLLOW_LINKS);
        return FileVisitResult.CONTINUE;
      }
    });
  }

  static void delete(Path tree) throws IOException {
    if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(tree, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Files.delete(file);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
        Files.delete(folder);
        return FileVisitResult.CONTINUE;
      }
    });
  }
}
