package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lethe.harness.golden.LetheRoot;
import lethe.harness.verdict.Cell;
import lethe.harness.verdict.Verdicts;
import lethe.harness.verdict.VerdictsJson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verdicts of a corpus of three cases. */
class VerdictsCommandTest {
  private static final String README = """
      Before.
      <!-- verdicts: written by harness/lethe approve --verdicts -->
      <!-- end of verdicts -->
      Behind.
      """;

  @TempDir private Path root;

  @BeforeEach
  void copy() throws IOException {
    for (String id : List.of("load/first", "cost/call-inside", "cost/tail-calls")) {
      Path file = root.resolve("corpus/" + id + ".case");
      Files.createDirectories(file.getParent());
      Files.copy(LetheRoot.find().resolve("corpus/" + id + ".case"), file);
    }
    Files.writeString(root.resolve("corpus/HAZARDS.md"), """
        | id | class | what |
        |---|---|---|
        | H01 | U | the only survivor |
        | H22 | B | tail calls |

        | id | class | what | why |
        |---|---|---|---|
        | H30 | U | threads | there are none here |
        """);
    Files.createDirectories(root.resolve("golden"));
    Files.writeString(root.resolve("README.md"), README);
  }

  private String out(String... args) {
    Command done = Command.in(root, args);
    assertEquals(ExitCode.AGREEMENT, done.exitCode(), done.out() + done.err());
    return done.out();
  }

  @Test
  void theMatrixNamesTheCasesThatRefute() {
    String out = out("verdicts");
    assertTrue(out.contains("stub is not tail-safe: 3 stack words each in cost/tail-calls\n"), out);
    assertTrue(out.contains("negate is not sound: fault freed code plugin in load/first\n"), out);
    assertTrue(out.contains("keep is not complete: left: plugin in load/first, cost/tail-calls, cost/call-inside\n"), out);
  }

  @Test
  void costsAreWhatIsMoreThanUnderKeep() {
    List<String> lines = out("verdicts", "--costs").lines().toList();
    int at = lines.indexOf("tail calls  (cost/tail-calls)");
    assertTrue(at > 0, lines.toString());
    assertEquals("  instructions      6       =       =       +2      +1      =       =       =       =       =",
        lines.get(at + 1));
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("  stack words") && line.contains("+3")), lines.toString());
  }

  @Test
  void hazardsHaveAVerdictOrAReason() {
    String out = out("verdicts", "--hazards");
    assertTrue(out.contains("H22 B  1 case       leaks   leaks   leaks   stack   ok"), out);
    assertTrue(out.contains("H30 U: threads\n  no case: there are none here\n"), out);
  }

  @Test
  void approvingWritesTheFileAndTheTablesOfTheReadme() throws IOException {
    assertTrue(out("approve", "--verdicts").startsWith("all verdicts are new\n"));
    assertEquals(out("verdicts", "--json"), Files.readString(VerdictsJson.file(root)));
    Verdicts approved = VerdictsJson.approved(root);
    Cell negate = approved.matrix().get("negate").get("sound");
    assertEquals(List.of("load/first"), negate.against());
    String readme = Files.readString(root.resolve("README.md"));
    assertTrue(readme.startsWith("Before.\n") && readme.endsWith("Behind.\n"), readme);
    assertTrue(readme.contains("| `negate` | no: [load/first](corpus/load/first.case) |"), readme);
    assertEquals("the verdicts are those approved\n", out("approve", "--verdicts"));
    Files.delete(root.resolve("corpus/load/first.case"));
    String changes = out("approve", "--verdicts");
    assertTrue(changes.contains("matrix: negate, sound: no (2 for, 1 against, fault freed code plugin) -> yes (2 for, 0 "
        + "against); refuted by: no longer load/first\n"), changes);
  }

  @Test
  void wrongUseIsOneLine() {
    assertEquals(ExitCode.WRONG_INPUT, Command.in(root, "verdicts", "--costs", "--json").exitCode());
    assertEquals(ExitCode.WRONG_INPUT, Command.in(root, "approve", "--verdicts", "load/first").exitCode());
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertEquals(ExitCode.WRONG_INPUT, Main.run(new String[] {"approve", "--verdicts"}, stream, stream, () -> root, true));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("CI in the environment"));
    assertFalse(Files.exists(VerdictsJson.file(root)));
  }

  @Test
  void theHelpDefinesEachColumn() {
    String help = out("verdicts", "--help");
    assertTrue(help.contains("tail-safe: Tail calls leave nothing on the stack."), help);
    assertTrue(help.contains("words read: heap words that instructions read"), help);
    assertEquals(List.of(), help.lines().filter(line -> line.length() > 100).toList());
  }
}
