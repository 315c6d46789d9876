package lethe.harness.verdict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lethe.vm.fault.InputError;

/**
 * A row of {@code corpus/HAZARDS.md}: {@code | id | class | what |}, and for a hazard that no case covers a fourth column,
 * {@code why}.
 *
 * @param reason empty if a case covers it
 */
record Hazard(String id, String kind, String what, String reason) {
  static final String FILE = "HAZARDS.md";

  private static final Pattern ROW = Pattern.compile("\\| H\\d+ \\|.*");
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  /** All rows, in the order of the file. */
  static List<Hazard> readAll(Path corpus) {
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
