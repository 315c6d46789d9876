package lethe.harness.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lethe.vm.fault.InputError;

/**
 * Goldens must be short enough to be reviewed. {@code golden/large.txt} lists the exceptions, one a line: the path
 * below golden, a colon, the reason.
 */
public final class LargeGoldens {
  /** More lines than that are not loaded in a pull request, and not read. */
  public static final int MOST_LINES = 400;

  private static final String LIST = "large.txt";

  private LargeGoldens() {}

  /** Goldens that are too long and not listed, and entries of the list that are not needed. */
  public static List<Finding> check(GoldenFiles files) {
    Map<String, String> reasons = reasons(files.golden().resolve(LIST));
    List<Finding> findings = new ArrayList<>();
    for (String path : files.approvedFiles()) {
      long lines = lines(files.golden().resolve(path));
      boolean listed = reasons.remove(path) != null;
      if (lines > MOST_LINES && !listed) {
        findings.add(new Finding(Finding.Kind.SIZE, path, List.of(
            lines + " lines, at most " + MOST_LINES + " can be reviewed",
            "shorten the case, give it a window or a lower level, or list it in golden/" + LIST + " with the reason")));
      } else if (lines <= MOST_LINES && listed) {
        findings.add(new Finding(Finding.Kind.SIZE, path, List.of(
            "golden/" + LIST + " lists it, but it has only " + lines + " lines")));
      }
    }
    reasons.keySet().forEach(path -> findings.add(new Finding(Finding.Kind.SIZE, path, List.of(
        "golden/" + LIST + " lists it, but there is no such golden"))));
    return findings;
  }

  private static Map<String, String> reasons(Path list) {
    Map<String, String> reasons = new TreeMap<>();
    if (!Files.exists(list)) {
      return reasons;
    }
    try {
      int number = 0;
      for (String line : Files.readAllLines(list)) {
        number++;
        int colon = line.indexOf(": ");
        if (colon < 1 || reasons.put(line.substring(0, colon), line.substring(colon + 2)) != null) {
          throw new InputError("golden/" + LIST + ":" + number, "PATH: REASON, each path once", line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reasons;
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
