package lethe.vm.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What Linux tells of this process in /proc/self/status; where it is missing, only the process's number is known. */
final class ProcessStatus {
  private ProcessStatus() {}

  static ProcessIdentity identity() {
    int process = (int) ProcessHandle.current().pid();
    try {
      return identity(process, Files.readAllLines(Path.of("/proc/self/status")));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      ProcessIdentity nobody = ProcessIdentity.NOBODY;
      return new ProcessIdentity(
          process, 0, nobody.user(), nobody.user(), nobody.group(), nobody.group(), List.of());
    }
  }

  /** Lines {@code Name: numbers}: of users and groups real, effective, saved, and that for files. */
  private static ProcessIdentity identity(int process, List<String> lines) {
    Map<String, List<Integer>> numbers = new HashMap<>();
    for (String line : lines) {
      if (line.matches("(PPid|Uid|Gid|Groups):.*")) {
        int colon = line.indexOf(':');
        List<Integer> values = new ArrayList<>();
        for (String word : line.substring(colon + 1).split("\\s+", -1)) {
          if (!word.isEmpty()) {
            values.add(Integer.parseInt(word));
          }
        }
        numbers.put(line.substring(0, colon), values);
      }
    }
    List<Integer> users = numbers.getOrDefault("Uid", List.of());
    List<Integer> groups = numbers.getOrDefault("Gid", List.of());
    return new ProcessIdentity(
        process, numbers.getOrDefault("PPid", List.of(0)).get(0), users.get(0), users.get(1), groups.get(0),
        groups.get(1), numbers.getOrDefault("Groups", List.of()));
  }
}
