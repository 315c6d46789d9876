package lethe.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lethe.vm.fault.InputError;
import lethe.vm.trace.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseReaderTest {
  @TempDir Path corpus;

  @Test
  void aCaseIsReadWithWhatIsAbsentFilledIn() {
    Case c = Cases.parse(Cases.SMALL);
    assertEquals("A closure survives its unit's name", c.title());
    assertEquals(List.of("H01", "H19"), c.hazards());
    assertEquals(List.of("stub", "handle"), c.tracePolicies());
    assertEquals(Level.EFFECTS, c.level());
    assertEquals("none", c.schedule());
    assertEquals(4096, c.minorWords());
    assertEquals(65536, c.stackWords());
    assertEquals(Policies.ALL, List.copyOf(c.expectations().keySet()));
    assertEquals(List.of("plugin", "main"), c.units().stream().map(unit -> unit.name()).toList());
  }

  @Test
  void everyKeyIsRead() {
    Case c = Cases.parse(";; level: steps\n;; window: plugin\n;; schedule: random 7\n;; minor: 256\n;; stack: 512\n"
        + ";; observes: gc size\n;; reference: differs: it frees nothing\n" + Cases.SMALL);
    assertEquals(Level.STEPS, c.level());
    assertEquals(Set.of("plugin"), c.window());
    assertEquals("random 7", c.schedule());
    assertEquals(256, c.minorWords());
    assertEquals(512, c.stackWords());
    assertEquals(Set.of(Observation.GC, Observation.SIZE), c.observes());
    assertEquals(new Reference(true, "it frees nothing"), c.reference().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "unit late | expected unit main as the last one, found unit late",
    "unit main | expected each unit once, found 'main' again",
  })
  void theLastUnitIsMain(String line, String message) {
    InputError error = assertThrows(InputError.class, () -> Cases.parse(Cases.SMALL + line + "\n  CONST0\n"));
    assertTrue(error.getMessage().contains(message), error.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stub", "callback1", "host"})
  void aNameThatTheMachineUsesIsRefused(String name) {
    String text = Cases.SMALL.replace("unit plugin", "unit " + name + "\n  CONST0\nunit plugin");
    InputError error = assertThrows(InputError.class, () -> Cases.parse(text));
    assertTrue(error.getMessage().endsWith("found " + name), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    ";; colour: red | :1:4: expected a key of corpus/README.md, found colour",
    ";; titled | :1:4: expected key: value, found titled",
    ";; title: | :1:10: expected a value for the key title, found the end of the line",
    ";; show: it | :1:4: expected a key of corpus/README.md; did you mean shows?, found show",
    ";; shows: again | :3:4: expected key shows once",
    ";; minor: 255 | :1:11: expected a number of words, 256 or more, found 255",
    ";; stack: 1k | :1:11: expected a number of words, 512 or more, found 1k",
    ";; level: all | :1:11: expected effects, calls or steps, found all",
    ";; observes: size time | :1:19: expected liveness, size, stack, gc or code, found time",
    ";; observes: gc gc | :1:14: expected each word once, found gc",
    ";; reference: no | :1:15: expected none: REASON or differs: REASON",
    ";; schedule: sometimes | :1:14: expected none, all, random SEED or points",
    ";; window: nobody | :1:12: expected a unit of this case, found nobody",
    ";; expect handle: result 1 | :7:36: expected policy handle in one expect line",
    ";; expect other: result 1 | :1:11: expected a policy",
  })
  void aWrongHeaderIsNamed(String line, String message) {
    assertMessage(message, line + "\n" + Cases.SMALL);
  }

  @Test
  void whatIsMissingIsNamed() {
    assertMessage("key title, found none", Cases.SMALL.replaceFirst(";; title.*\n", ""));
    assertMessage("key expect for policy force, found none", Cases.SMALL.replaceFirst(";; expect force.*\n", ""));
    assertMessage("load/small.case:1:45: expected lines that end with LF, found CR", Cases.SMALL.replace("\n", "\r\n"));
    assertMessage("load/small.case:17:9: expected lines that end with LF, the last one too, found the end of the file", Cases.SMALL.stripTrailing());
    assertMessage("load/small.case:15:6: expected names of units", Cases.SMALL.replace("unit main", "unit stub\n  CONST0\nunit main").replace(";; hazard: H01 H19\n", ""));
    assertMessage("load/small.case:14:3: expected count 0 or more, found -1", Cases.SMALL.replace("RETURN 1", "RETURN -1"));
    assertMessage("load/small.case:14:3: expected APPTERM1 of 1 or more, found 0", Cases.SMALL.replace("RETURN 1", "APPTERM1 0"));
    assertMessage("load/small.case:13:6: expected a name, a number, a literal or a comment, found U+00A0", Cases.SMALL.replace("ACC0", "ACC\u00a00"));
    assertMessage("a policy (keep ", Cases.SMALL.replace("trace: stub", "trace: stab"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "result 42", "result [0: 1 'a, freed b at end']", "raised Failure('x, kept y'), kept plugin",
    "fault freed code plugin, freed plugin at request, unsound", "result 1, freed p#2 at gc 12, freed p at end, kept q"
  })
  void anExpectationIsSpelledOneWay(String text) {
    assertEquals(text, Expectation.parse("t:1", text).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "42", "result ", "fault bad luck plugin", "result 1, kept", "result 1, freed p", "result 1, kept p at end",
    "result 1, unsound, kept p", "result 1, kept p, freed p at end", "result 1, freed p at gc 0", "result 1,"
  })
  void anythingElseIsNoExpectation(String text) {
    assertThrows(InputError.class, () -> Expectation.parse("t:1", text));
  }

  @Test
  void aCorpusIsSortedAndSelected() {
    Cases.write(corpus, "load/b", Cases.SMALL);
    Cases.write(corpus, "load/a", Cases.SMALL);
    Cases.write(corpus, "gc/z", Cases.SMALL);
    List<Case> all = Corpus.readAll(corpus);
    assertEquals(List.of("gc/z", "load/a", "load/b"), ids(all));
    assertEquals(List.of("load/a", "load/b"), ids(Corpus.select(all, "load")));
    assertEquals(List.of("load/b"), ids(Corpus.select(all, "*/b")));
    assertThrows(InputError.class, () -> Corpus.select(all, "lo"));
  }

  @Test
  void aFileThatIsNoTextIsNamed() throws IOException {
    Path file = Cases.write(corpus, "load/a", "");
    for (String[] wrong : new String[][] {
        {"", "1:1: expected a case, found an empty file"},
        {";; title: a\n\u00e9\n", "2:1: expected text in UTF-8, found byte 0xe9"},
        {"\u00ef\u00bb\u00bf;; title: a\n", "1:1: expected text without a byte order mark, found one"}}) {
      Files.writeString(file, wrong[0], StandardCharsets.ISO_8859_1);
      InputError error = assertThrows(InputError.class, () -> Corpus.readAll(corpus));
      assertEquals("corpus/load/a.case:" + wrong[1], error.getMessage());
    }
  }

  @Test
  void aHazardThatTheListDoesNotHaveIsNamed() throws IOException {
    Cases.write(corpus, "load/a", Cases.SMALL);
    assertEquals(1, Corpus.readAll(corpus).size());
    Files.writeString(corpus.resolve("HAZARDS.md"), "| H01 | U | the only survivor |\n");
    InputError error = assertThrows(InputError.class, () -> Corpus.readAll(corpus));
    assertEquals("corpus/load/a.case:3:16: expected a hazard that corpus/HAZARDS.md lists, found H19", error.getMessage());
  }

  @Test
  void noCaseAndTwoOfOneIdAreErrors() {
    assertThrows(InputError.class, () -> Corpus.readAll(corpus));
    Cases.write(corpus, "load/a", Cases.SMALL);
    Cases.write(corpus, "load/A", Cases.SMALL);
    InputError error = assertThrows(InputError.class, () -> Corpus.readAll(corpus));
    assertTrue(error.getMessage().contains("letter"), error.getMessage());
  }

  private static List<String> ids(List<Case> cases) {
    return cases.stream().map(Case::id).toList();
  }

  private static void assertMessage(String part, String text) {
    InputError error = assertThrows(InputError.class, () -> Cases.parse(text));
    assertTrue(error.getMessage().contains(part), error.getMessage());
  }

  @Test
  void aCostGivesItsNumberToTheProgram() {
    String text = Cases.SMALL.replace("  CONST1", "  CONSTINT times");
    Case c = Cases.parse(";; cost: 7 calls, many\n" + text);
    assertEquals(Optional.of(new Cost(7, "calls, many")), c.cost());
    assertArrayEquals(
        Cases.parse(text.replace("times", "7")).units().get(1).unit().code(), c.units().get(1).unit().code());
    assertEquals(Optional.empty(), Cases.parse(Cases.SMALL).cost());
    assertEquals(";; cost: 7 calls\n" + text.replace("times", "7"), Cost.assembly("test", ";; cost: 7 calls\n" + text));
    assertEquals(text, Cost.assembly("test", text));
  }

  @Test
  void aCostWithoutNumberOrWithoutItsUseIsWrong() {
    assertThrows(InputError.class, () -> Cases.parse(";; cost: calls\n" + Cases.SMALL));
    assertThrows(InputError.class, () -> Cases.parse(";; cost: 0 calls\n" + Cases.SMALL));
    InputError e = assertThrows(InputError.class, () -> Cases.parse(";; cost: 4 calls\n" + Cases.SMALL));
    assertTrue(e.getMessage().contains("CONSTINT times"), e.getMessage());
    assertThrows(InputError.class, () -> Cases.parse(Cases.SMALL.replace("CONST1", "CONSTINT times")));
  }
}
