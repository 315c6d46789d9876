package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.CaseReader;
import lethe.harness.reference.Skips;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to a case that agrees, as somebody who contributes one goes. */
class NewCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeCorpus() {
    SmallPrograms.root(folder);
  }

  private Command lethe(String... args) {
    return Command.in(folder, args);
  }

  private void fillIn(Path file) throws IOException {
    String text = Files.readString(file)
        .replace(";; title:\n", ";; title: double\n")
        .replace(";; shows:\n", ";; shows: it is kept, then freed\n")
        .replace("release force:\n", "release force: result 42, kept plugin\n")
        .replace("handle scan:\n", "handle scan: result 42, freed plugin at gc 2\n")
        .replace("export negate:\n", "export negate: fault freed code plugin, freed plugin at gc 1, unsound\n");
    Files.writeString(file, text);
  }

  @Test
  void aSkeletonIsRefusedUntilItIsFilledIn() throws IOException {
    Command made = lethe("new", "mine/first");
    assertEquals(0, made.exitCode(), made.toString());
    Command empty = lethe("check", "mine/first");
    assertEquals(ExitCode.WRONG_INPUT, empty.exitCode());
    assertEquals(
        "lethe: corpus/mine/first.case:3:10: expected a value for the key title, found the end of the line\n", empty.err());
    fillIn(folder.resolve("corpus/mine/first.case"));
    assertEquals(0, lethe("approve", "mine/first").exitCode());
    Command check = lethe("check", "mine/first");
    assertEquals(0, check.exitCode(), check.out());
  }

  @Test
  void aCaseIsNotOverwritten() {
    assertEquals(0, lethe("new", "mine/first").exitCode());
    Command again = lethe("new", "mine/first");
    assertEquals(ExitCode.WRONG_INPUT, again.exitCode());
    assertTrue(again.err().contains("expected an id that no case has"), again.err());
    assertTrue(lethe("new", "Mine").err().contains("AREA/NAME in small letters"));
    assertTrue(lethe("new", "mine/other", "--from", "nowhere.ml").err().contains("none of that name"));
  }

  @Test
  void objectFilesBecomeUnits() throws IOException {
    lethe("new", "mine/first");
    Path objects = folder.resolve("objects");
    fillIn(folder.resolve("corpus/mine/first.case"));
    assertEquals(0, lethe("asm", "mine/first", "-o", objects.toString()).exitCode());
    Command made = lethe("new", "mine/copy", "--from", objects + "/main.cmo", objects + "/plugin.cmo");
    assertEquals(0, made.exitCode(), made.err());
    fillIn(folder.resolve("corpus/mine/copy.case"));
    assertEquals(0, lethe("approve", "mine/copy").exitCode());
    Command alone = lethe("new", "mine/alone", "--from", objects + "/plugin.cmo");
    assertTrue(alone.err().contains("main.ml or main.cmo as one of the files"), alone.err());
  }

  @Test
  void sourcesAreImportedAndImportedAgain() throws IOException {
    Skips.stockOCaml();
    Path plugin = Files.writeString(folder.resolve("plugin.ml"), "let () = set 0 (fun x -> x + x)\n");
    Path main = Files.writeString(folder.resolve("main.ml"), """
        let result =
          load "plugin";
          full_major ();
          let r = (get 0 : int -> int) 21 in
          set 0 0;
          full_major ();
          r
        """);
    Command made = lethe("new", "mine/source", "--from", plugin.toString(), main.toString());
    assertEquals(0, made.exitCode(), made.err());
    Path file = folder.resolve("corpus/mine/source.case");
    fillIn(file);
    assertEquals(0, lethe("approve", "mine/source").exitCode());
    assertTrue(lethe("import", "mine/source").out().contains("0 of 1 cases"));
    Files.writeString(file, Files.readString(file).replace("fun x -> x + x", "fun x -> 2 * x"));
    Command again = lethe("import", "mine/source");
    assertTrue(again.out().contains("1 of 1 cases"), again.out());
    Case changed = CaseReader.read(folder.resolve("corpus"), file);
    assertEquals("let () = set 0 (fun x -> 2 * x)", changed.sources().get(0).lines().get(0));
    assertTrue(Files.readString(file).contains("  MULINT\n"));
  }
}
