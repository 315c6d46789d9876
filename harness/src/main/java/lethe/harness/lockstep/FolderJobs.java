package lethe.harness.lockstep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lethe.vm.fault.InputError;

/** All executables below a folder, as jobs without arguments. */
public final class FolderJobs {
  private static final String EXECUTABLE = ".byte";

  private FolderJobs() {}

  /**
   * The jobs by their paths in the folder.
   *
   * @param work where each runs, in a copy of its own folder
   */
  public static Map<String, Job> of(Path folder, Path work, String runParameters) throws IOException {
    Map<String, Job> jobs = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().endsWith(EXECUTABLE)).sorted().toList()) {
        WorkingFolder working = WorkingFolder.fresh(work, siblings(file));
        jobs.put(
            folder.relativize(file).toString(), new Job(file, List.of(), working, Optional.empty(), runParameters));
      }
    }
    if (jobs.isEmpty()) {
      throw new InputError(folder.toString(), "executables named *" + EXECUTABLE, "none");
    }
    return jobs;
  }

  private static List<Path> siblings(Path file) throws IOException {
    try (Stream<Path> files = Files.list(file.toAbsolutePath().getParent())) {
      return files.sorted().toList();
    }
  }
}
