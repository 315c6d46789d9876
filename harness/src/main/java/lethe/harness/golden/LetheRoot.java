package lethe.harness.golden;

import java.nio.file.Files;
import java.nio.file.Path;
import lethe.vm.fault.InputError;

/** The folder that holds {@code corpus} and {@code golden}. */
public final class LetheRoot {
  /** System property that names it; the build sets it for tests. */
  public static final String PROPERTY = "lethe.root";

  private LetheRoot() {}

  /** The property's folder, or the nearest one upwards from the working directory that has {@code golden/}. */
  public static Path find() {
    String property = System.getProperty(PROPERTY);
    return property != null ? Path.of(property) : findUpwards(Path.of("").toAbsolutePath());
  }

  static Path findUpwards(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("golden"))) {
        return folder;
      }
    }
    throw new InputError(start.toString(), "a folder golden here or above (or -D" + PROPERTY + ")", "none");
  }
}
