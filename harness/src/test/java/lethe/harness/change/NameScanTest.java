package lethe.harness.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import lethe.harness.golden.LetheRoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast scan finds what the expression says. */
class NameScanTest {
  private static List<String> scanned(String line) {
    NameScan scan = new NameScan();
    List<String> found = new ArrayList<>();
    scan.on(line);
    while (scan.find()) {
      String text = line.substring(scan.start(), scan.dot());
      found.add(scan.isPlace() ? text : text + " " + scan.count());
    }
    return found;
  }

  private static List<String> matched(String line) {
    List<String> found = new ArrayList<>();
    Matcher name = Name.SPELLING.matcher(line);
    while (name.find()) {
      found.add(name.group(3) != null ? name.group(3) : name.group(1) + " " + Integer.parseInt(name.group(2)));
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{\"alloc\":\"clo@plugin+14.2\",\"size\":3}", "clo@plugin#2+14.2/3", "lit@main.1'a+1'", "obj@Not_found.1", "freed plugin+14",
    "handle of plugin", "blk@main+3.1.0", "str@host.7", "a+", "+1", "1+1", "a#+1", "a#2+1", "xclo@m.1", "clo@1.2", "clo@m", "clo@m+.1",
    "CLO@m.1", "clo@m#2.5", "_+1", "a'b+2", ""})
  void findsTheSame(String line) {
    assertEquals(matched(line), scanned(line));
  }

  @Test
  void findsTheSameInEveryGolden() throws IOException {
    try (Stream<Path> tree = Files.walk(LetheRoot.find().resolve("golden/closures"))) {
      for (Path file : tree.filter(path -> path.toString().endsWith(".approved.jsonl")).toList()) {
        for (String line : Files.readAllLines(file)) {
          assertEquals(matched(line), scanned(line), file.toString());
        }
      }
    }
  }
}
