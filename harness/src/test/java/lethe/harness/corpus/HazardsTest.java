package lethe.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lethe.harness.golden.LetheRoot;
import org.junit.jupiter.api.Test;

/** The list of hazards and the cases agree: each id that a case names is explained, each one explained has a case. */
class HazardsTest {
  @Test
  void theListIsThatOfTheCases() throws IOException {
    String list = Files.readString(LetheRoot.find().resolve("corpus/HAZARDS.md"));
    Set<String> listed = Pattern.compile("^\\| (H\\d+) \\|", Pattern.MULTILINE).matcher(list).results()
        .map((MatchResult row) -> row.group(1)).collect(Collectors.toCollection(TreeSet::new));
    Set<String> named = Corpus.readAll(LetheRoot.find().resolve("corpus")).stream()
        .flatMap(c -> c.hazards().stream()).collect(Collectors.toCollection(TreeSet::new));
    assertEquals(named, listed);
  }
}
