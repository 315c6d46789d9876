package lethe.harness.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lethe.vm.fault.InputError;

/**
 * A row of {@code corpus/HAZARDS.md}: {@code | id | class | what |}, and for a hazard that no case covers a fourth column,
 * {@code why}.
 *
 * @param reason empty if a case covers it
 */
public record Hazard(String id, String kind, String what, String reason) {
  private static final String FILE = "HAZARDS.md";

  private static final Pattern ROW = Pattern.compile("\\| H\\d+ \\|.*");
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  /** The ids that a case may name: any, which is empty here, where there is no list. */
  static Optional<Set<String>> ids(Path corpus) {
    return Files.exists(corpus.resolve(FILE))
        ? Optional.of(readAll(corpus).stream().map(Hazard::id).collect(Collectors.toSet())) : Optional.empty();
  }

  /** All rows, in the order of the file. */
  public static List<Hazard> readAll(Path corpus) {
    List<Hazard> hazards = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(corpus.resolve(FILE))) {
        if (ROW.matcher(line).matches()) {
          hazards.add(of(line));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hazards;
  }

  static Hazard of(String row) {
    String[] cells = BAR.split(row.strip().replaceFirst("\\|$", ""), -1);
    if (cells.length != 4 && cells.length != 5) {
      throw new InputError("corpus/" + FILE, "| id | class | what | and perhaps | why |", row);
    }
    return new Hazard(
        cells[1].strip(), cells[2].strip(), cells[3].strip(), cells.length == 5 ? cells[4].strip() : "");
  }
}
