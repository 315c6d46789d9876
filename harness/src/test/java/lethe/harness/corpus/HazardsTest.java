package lethe.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lethe.harness.golden.LetheRoot;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;

/**
 * The list of hazards and the cases agree: each id that a case names is explained, each one explained has a case or, in the
 * second table, a reason why it has none.
 */
class HazardsTest {
  private static final Pattern ROW = Pattern.compile("^\\| (H\\d+) \\|", Pattern.MULTILINE);

  private static String tables() throws IOException {
    return Files.readString(LetheRoot.find().resolve("corpus/HAZARDS.md"));
  }

  private static List<String> ids(String table) {
    return ROW.matcher(table).results().map(row -> row.group(1)).toList();
  }

  private static String covered() throws IOException {
    return tables().substring(0, tables().indexOf("## Not covered here"));
  }

  private static String notCovered() throws IOException {
    return tables().substring(covered().length());
  }

  @Test
  void theListIsThatOfTheCases() throws IOException {
    Set<String> named = Corpus.readAll(LetheRoot.find().resolve("corpus")).stream()
        .flatMap(c -> c.hazards().stream()).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(named, new TreeSet<>(ids(covered())));
  }

  @Test
  void eachStandsOnceAndInOrder() throws IOException {
    for (String table : List.of(covered(), notCovered())) {
      assertEquals(List.copyOf(new TreeSet<>(ids(table))), ids(table));
    }
    Set<String> both = new HashSet<>(ids(covered()));
    both.retainAll(ids(notCovered()));
    assertEquals(Set.of(), both);
  }

  @Test
  void noneIsMissing() throws IOException {
    Set<String> both = new TreeSet<>(ids(tables()));
    List<String> numbered =
        IntStream.rangeClosed(1, both.size()).mapToObj(i -> String.format(Locale.ROOT, "H%02d", i)).toList();
    assertEquals(numbered, List.copyOf(both));
  }

  @Test
  void whatIsNotCoveredHasAReason() throws IOException {
    Pattern row = Pattern.compile("\\| H\\d+ \\| [ULB] \\| [^|]+ \\| [^|]{15,} \\|");
    List<String> rows = notCovered().lines().filter(line -> line.startsWith("| H")).toList();
    assertTrue(rows.size() > 1);
    rows.forEach(line -> assertTrue(row.matcher(line).matches(), line));
  }

  @Test
  void aHazardWithoutCaseHasItsReasonInTheFourthColumn() {
    assertEquals(new Hazard("H01", "U", "a `\\|` b", ""), Hazard.of("| H01 | U | a `\\|` b |"));
    assertEquals(new Hazard("H02", "L", "what", "no threads here"), Hazard.of("| H02 | L | what | no threads here |"));
    assertThrows(InputError.class, () -> Hazard.of("| H03 | U |"));
  }
}
