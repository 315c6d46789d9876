package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lethe.harness.corpus.Policies;
import lethe.vm.trace.TraceReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Each command, on small inputs that are right and wrong. */
class CliTest {
  private static final String SMALL = "load/small";

  @TempDir private Path folder;

  @BeforeEach
  void makeCorpus() {
    SmallPrograms.root(folder);
  }

  private Command lethe(String... args) {
    return Command.in(folder, args);
  }

  private static void assertWrong(Command command, String message) {
    assertEquals(ExitCode.WRONG_INPUT, command.exitCode(), command.toString());
    assertEquals("", command.out());
    assertEquals(1, command.err().lines().count(), command.err());
    assertTrue(command.err().startsWith("lethe: ") && command.err().contains(message), command.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "check", "run", "trace", "diff", "approve", "review", "why", "inspect", "list", "disasm", "asm", "prims", "export", "mutants",
    "bench", "fuzz", "laws", "campaign", "determinism", "new", "import", "watch", "report", "compare"})
  void everyCommandHasHelpWithAnExample(String name) {
    Command help = lethe(name, "--help");
    assertEquals(0, help.exitCode());
    assertTrue(help.out().contains("Example"), help.out());
    assertTrue(lethe("--help").out().contains("  " + name + " "), name);
  }

  @Test
  void aCommandIsFoundByItsOwnName() {
    Session session = new Session(System.out, System.err, () -> folder, true);
    LetheCommand.create(session, "").getSubcommands().forEach((name, command) -> assertEquals(name, command.getCommandName()));
    assertEquals(Set.of("check"), LetheCommand.create(session, "check").getSubcommands().keySet());
    assertTrue(LetheCommand.create(session, "help").getSubcommands().size() > 20);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "laws", "run", "trace", "diff", "approve", "new", "import", "watch", "why", "inspect", "list"})
  void helpIsWrittenAsWideAsItIsPrinted(String name) {
    CommandLine command = LetheCommand.create(new Session(System.out, System.err, () -> folder, true), name).getSubcommands().get(name);
    for (String line : command.getCommandSpec().usageMessage().footer()) {
      assertTrue(line.length() < LetheCommand.HELP_COLUMNS, line);
    }
    command.getCommandSpec().options().forEach(option ->
        assertTrue(option.description().length > 0 && option.description()[0].endsWith("."), option.longestName()));
  }

  @Test
  void thePoliciesInTheHelpAreThoseThereAre() {
    assertEquals(String.join(" ", Policies.ALL), PolicyChoice.POLICIES);
  }

  @Test
  void aFaultIsToldInFull() {
    Command run = lethe("run", SmallPrograms.executable(folder.resolve("a.out"), "not_there").toString());
    assertEquals(3, run.exitCode(), run.toString());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("fault missing primitive main: ") && run.err().contains("not_there"), run.err());
  }

  @Test
  void compareTellsWhatIsWrongBeforeAnythingIsBuilt() {
    String program = SmallPrograms.executable(folder.resolve("a.out"), "not_there").toString();
    assertWrong(lethe("compare", "nobody/knows"), "a file, an id or a pattern of the corpus");
    assertWrong(lethe("compare", "--level", "half", program), "--level: expected pc or full, found half");
    assertWrong(lethe("compare", "--stock", folder.toString()), "--stock: expected a program or a case, found a folder");
    assertWrong(lethe("run", "--on", "ocamlrun", program), "--on: expected a case");
  }

  @Test
  void runsACaseUnderEachPolicy() {
    Command run = lethe("run", SMALL);
    assertEquals(0, run.exitCode(), run.toString());
    assertEquals(Policies.ALL, run.out().lines().map(line -> line.split(" ", 2)[0]).toList());
    assertTrue(run.out().contains("handle     result 42, freed plugin at gc 1"), run.out());
  }

  @Test
  void aCaseThatDoesSomethingElseIsADivergence() {
    Path file = SmallPrograms.write(
        folder.resolve("other.case"),
        SmallPrograms.CASE.replace("CONSTINT 42", "CONSTINT 43").getBytes(StandardCharsets.UTF_8));
    Command run = lethe("run", file.toString(), "--policy", "handle");
    assertEquals(ExitCode.DIVERGENCE, run.exitCode());
    assertTrue(run.out().contains("result 43") && run.out().contains("expected result 42"), run.out());
  }

  @Test
  void aFaultIsToldWithItsPlace() {
    SmallPrograms.write(folder.resolve("corpus/load/broken.case"),
        SmallPrograms.CASE.replace("CONSTINT 42", "CONSTINT 42\n  ACC 99").getBytes(StandardCharsets.UTF_8));
    Command check = lethe("check", "load/broken", "--policy", "handle");
    assertEquals(ExitCode.DIVERGENCE, check.exitCode());
    assertTrue(check.out().contains("\n  fault at main+9: "), check.out());
    assertTrue(check.out().contains("\n  source: corpus/load/broken.case:17  ACC 99\n"), check.out());
    Command inspect = lethe("inspect", "load/broken", "--at", "fault");
    assertTrue(inspect.out().startsWith("event 13: {\"fault\":"), inspect.out());
    assertTrue(lethe("inspect", "load/broken", "--at", "end").out().startsWith("event 14: {\"end\":\"fault "), inspect.out());
  }

  @Test
  void anExecutableEndsWithItsOwnExitCode() {
    String file = SmallPrograms.executable(folder.resolve("exit"), "caml_sys_exit").toString();
    assertEquals(7, lethe("run", file).exitCode());
    assertEquals(7, lethe("run", "--stack", "4096", "--minor", "256", file, "--", "an", "--argument").exitCode());
    Command trace = lethe("trace", file);
    assertTrue(trace.out().lines().reduce((a, b) -> b).orElse("").startsWith("{\"end\":\"exit 7\""), trace.out());
  }

  @Test
  void tracesToAFile() {
    Path out = folder.resolve("out.jsonl");
    Command trace = lethe("trace", SMALL, "--level", "steps", "--window", "plugin", "-o", out.toString());
    assertEquals(new Command(0, "", ""), trace);
    assertTrue(TraceReader.readAll(out).stream()
        .anyMatch(event -> event.toString().startsWith("{\"step\":\"plugin+0\"")));
    assertTrue(lethe("trace", SMALL).out().startsWith("{\"lethe\":1,\"case\":\"load/small\",\"policy\":\"stub\""));
  }

  @Test
  void tracesForPerfetto() {
    String chrome = lethe("trace", SMALL, "--level", "calls", "--format", "chrome").out();
    assertTrue(JsonParser.parseString(chrome).getAsJsonObject().getAsJsonArray("traceEvents").size() > 3, chrome);
    assertTrue(chrome.contains("\"ph\":\"e\",\"name\":\"plugin\""), chrome);
    assertEquals(chrome, lethe("trace", SMALL, "--level", "calls", "--format", "chrome").out());
  }

  @Test
  void aScheduleAddsCollections() {
    assertFalse(lethe("trace", SMALL).out().contains("schedule"));
    for (String schedule : List.of("all", "points:main+3.1", "random:1")) {
      assertEquals(0, lethe("trace", SMALL, "--schedule", schedule).exitCode(), schedule);
    }
    assertTrue(lethe("trace", SMALL, "--schedule", "all").out().contains("schedule"));
  }

  @Test
  void whatIsNotApprovedIsADivergenceUntilItIsApproved() throws IOException {
    Command before = lethe("check", SMALL);
    assertEquals(ExitCode.DIVERGENCE, before.exitCode(), before.toString());
    assertTrue(before.out().startsWith("2 goldens of 1 case are not as approved: 2 changes\n\n1  new: 1 golden\n   new outcomes\n"),
        before.out());
    assertEquals(ExitCode.DIVERGENCE, lethe("diff", SMALL).exitCode());

    assertTrue(lethe("approve", SMALL).out().contains("2 of 2 goldens written"));
    assertTrue(lethe("approve", "--all").out().contains("0 of 2 goldens written"));
    Command after = lethe("check");
    assertEquals(0, after.exitCode(), after.out());
    assertTrue(after.out().startsWith("agreement: 1 case under " + Policies.ALL.size() + " policies"), after.out());
    assertEquals("load/small is as approved\n", lethe("diff", SMALL).out());
    assertEquals("all goldens are as approved\n", lethe("diff").out());

    Path golden = folder.resolve("golden/load/small/stub.approved.jsonl");
    Files.writeString(golden, Files.readString(golden).replace("unreachable", "tired"));
    Command diff = lethe("diff", SMALL, "--policy", "stub");
    assertEquals(ExitCode.DIVERGENCE, diff.exitCode());
    assertTrue(diff.out().contains("- {\"free\":\"plugin\",\"why\":\"tired\""), diff.out());
    assertTrue(diff.out().contains("+ {\"free\":\"plugin\",\"why\":\"unreachable\""), diff.out());
  }

  @Test
  void aGoldenWithoutItsCaseIsADivergence() throws IOException {
    lethe("approve", "--all");
    Files.createDirectories(folder.resolve("golden/load/gone"));
    Files.writeString(folder.resolve("golden/load/gone/stub.approved.jsonl"), "{}\n");
    Command check = lethe("check");
    assertEquals(ExitCode.DIVERGENCE, check.exitCode());
    assertTrue(check.out().contains("ORPHAN load/gone/stub.approved.jsonl"), check.out());
  }

  @Test
  void aBrokenExpectationIsNotApproved() throws IOException {
    SmallPrograms.write(
        folder.resolve("corpus/load/broken.case"),
        SmallPrograms.CASE.replace("result 42", "result 41").getBytes(StandardCharsets.UTF_8));
    Command approve = lethe("approve", "--all");
    assertEquals(ExitCode.DIVERGENCE, approve.exitCode());
    assertTrue(approve.out().contains("EXPECTATION load/broken under keep"), approve.out());
    assertFalse(Files.exists(folder.resolve("golden")));
  }

  @Test
  void aMachineApprovesNothing() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    int code = Main.run(new String[] {"approve", "--all"}, stream, stream, () -> folder, true);
    assertEquals(ExitCode.WRONG_INPUT, code);
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("CI in the environment"));
  }

  @Test
  void tellsWhyABlockIsKeptOrFreed() {
    Command why = lethe("why", SMALL, "plugin", "--policy", "keep,handle");
    assertEquals(0, why.exitCode(), why.toString());
    assertTrue(why.out().contains("plugin kept: "), why.out());
    assertTrue(why.out().contains("plugin freed: unreachable"), why.out());
    assertWrong(lethe("why", SMALL, "plugin#2"), "one that the case loads: plugin, found 'plugin#2'");
  }

  @Test
  void lists() {
    assertEquals("load/small  A unit without functions is loaded and forgotten  (H01)\n", lethe("list").out());
    assertEquals(0, lethe("list", "--hazard", "h01", "--policy", "stub").exitCode());
    assertEquals(new Command(ExitCode.DIVERGENCE, "", ""), lethe("list", "--hazard", "H77"));
    assertWrong(lethe("list", "--hazard", "x"), "the id of a hazard");
  }

  @Test
  void assemblesAndPrintsBack() throws IOException {
    assertEquals(0, lethe("asm", SMALL, "-o", folder.resolve("out").toString()).exitCode());
    String file = folder.resolve("out/plugin.cmo").toString();
    assertEquals("unit plugin\n  CONST0\n  SETGLOBAL Plugin\n", lethe("asm", file).out());
    assertEquals("unit Plugin\n     0  CONST0\n     1  SETGLOBAL Plugin\n", lethe("disasm", file).out());
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertEquals(2, files.count());
    }
  }

  @Test
  void disassemblesAsAPolicyRewrites() {
    Path file = SmallPrograms.write(
        folder.resolve("f.asm"), "unit f\nf:\n  RETURN 1\n  CLOSURE 0 f\n".getBytes(StandardCharsets.UTF_8));
    assertTrue(lethe("disasm", file.toString()).out().contains("  CLOSURE 0 0"));
    assertTrue(lethe("disasm", file.toString(), "--after", "stub").out().contains("  CLOSURE_DYN 0 0"));
    String program = SmallPrograms.executable(folder.resolve("exit"), "caml_sys_exit").toString();
    assertTrue(lethe("disasm", program).out().contains("C_CALL1 caml_sys_exit"));
    assertWrong(lethe("disasm", program, "--after", "stub"), "a linked program");
  }

  @Test
  void namesThePrimitivesThatAreMissing() {
    assertEquals(0, lethe("prims", SMALL).exitCode());
    String file = SmallPrograms.executable(folder.resolve("odd"), "no_such_primitive").toString();
    Command prims = lethe("prims", file);
    assertEquals(ExitCode.DIVERGENCE, prims.exitCode());
    assertEquals("no_such_primitive\n", prims.out());
  }

  @Test
  void writesAReport() throws IOException {
    SmallPrograms.write(folder.resolve("corpus/HAZARDS.md"), "| H01 | U | the only survivor |\n".getBytes(StandardCharsets.UTF_8));
    Path page = folder.resolve("harness/target/report.html");
    assertEquals(new Command(0, page + ": 1 case\n", ""), lethe("report"));
    String html = Files.readString(page);
    assertTrue(html.startsWith("<!doctype html>") && html.contains("data-case=\"load/small\""), html.substring(0, 200));
  }

  @Test
  void exports() {
    Path to = folder.resolve("exported");
    assertEquals(0, lethe("export", SMALL, "--to", to.toString()).exitCode());
    assertTrue(Files.isRegularFile(to.resolve("plugin.cmo")) && Files.isExecutable(to.resolve("build.sh")));
  }

  @Test
  void showsWhoNoticesAMutant() {
    Command unnoticed = lethe("mutants", "getpubmet");
    assertEquals(ExitCode.DIVERGENCE, unnoticed.exitCode(), unnoticed.toString());
    assertTrue(unnoticed.out().contains("NOBODY"), unnoticed.out());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "                                      | a command",
    "chek                                  | chek",
    "run                                   | Missing required parameter",
    "run --nonsense load/small             | Unknown option",
    "run --policy stubb load/small         | did you mean stub?",
    "run load/smal                         | did you mean load/small?",
    "run --minor 3 load/small              | 256",
    "run --minor many load/small           | many",
    "run --stack 3 load/small              | 512",
    "run /no/such/file                     | expected a file, an id or a pattern",
    "run /no/such.case                     | expected a file, found none of that name",
    "run /                                 | found a directory",
    "trace --policy stub,handle load/small | one policy",
    "trace --level loud load/small         | effects, calls or steps",
    "trace --format xml load/small         | jsonl or chrome",
    "trace --schedule often load/small     | none, all, random",
    "trace load/small -o /no/such/out      | /no/such/out",
    "check nowhere                         | 'nowhere'",
    "why load/small --gc 2                 | expected gc 1 under handle, found 2",
    "why load/small --gc 0                 | expected gc 1 under handle, found 0",
    "why load/small --gc last              | 'last'",
    "inspect load/small                    | Missing required option: '--at=EVENT'",
    "inspect load/small --at 0             | expected an event from 1 to 15, found 0",
    "inspect load/small --at 99            | expected an event from 1 to 15, found 99",
    "inspect load/small --at gc2           | expected gc 1, found gc 2",
    "inspect load/small --at soon          | expected the number of an event, gc N, fault or end, found 'soon'",
    "inspect load/small --at fault         | expected an event of this trace, from 1 to 15, found 'fault', which it has not",
    "inspect load/small --at 1 --level x   | effects, calls or steps",
    "inspect load/smal --at 1              | did you mean load/small?",
    "inspect load/small --at 1 --policy keep,stub | one policy",
    "diff nowhere                          | 'nowhere'",
    "report nowhere                        | 'nowhere'",
    "report load/small -o /no/such/out     | /no/such/out",
    "approve                               | found neither",
    "approve --all load/small              | found both",
    "disasm load/small --after stubb       | did you mean stub?",
    "mutants nothing                       | found nothing",
    "bench nothing                         | found nothing",
    "bench --rounds 0 fib                  | 1 or more",
    "laws --seeds -1                       | 0 or more",
    "laws load/small --schedule sometimes  | found sometimes",
    "campaign --scenario lives             | life, chain or live",
    "campaign --cycles 3                   | 10 or more",
    "campaign --scenario chain --traced    | scenario life"
  })
  void aMistakeIsToldInOneLine(String line, String message) {
    assertWrong(lethe(line == null ? new String[0] : line.split(" +")), message);
  }

  @Test
  void aFileOfAnotherKindIsToldInOneLine() {
    Path file = SmallPrograms.write(folder.resolve("text"), "no bytecode\n".getBytes(StandardCharsets.UTF_8));
    for (String command : List.of("run", "trace", "disasm", "asm", "prims")) {
      assertWrong(lethe(command, file.toString()), "text");
    }
  }

  @Test
  void codeThatNoMachineLoadsIsToldWhereItStands() {
    SmallPrograms.write(
        folder.resolve("corpus/load/broken.case"),
        SmallPrograms.CASE.replace("SETGLOBAL Plugin", "WORD 9999").getBytes(StandardCharsets.UTF_8));
    assertWrong(lethe("check"), "corpus/load/broken.case:10:3: expected ");
  }

  @Test
  void textThatIsNotUtf8IsToldInOneLine() {
    SmallPrograms.write(folder.resolve("corpus/load/odd.case"), new byte[] {';', ';', (byte) 0xff, '\n'});
    assertWrong(lethe("check"), "UTF-8");
    assertWrong(lethe("run", "a\0b"), "names that the system has");
  }

  @Test
  void anInternalErrorIsOneLineUnlessTheTraceIsAskedFor() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    for (String option : List.of("--no-verbose", "--verbose")) {
      err.reset();
      String[] args = option.equals("--verbose") ? new String[] {"list", option} : new String[] {"list"};
      int code = Main.run(args, stream, stream, () -> {
        throw new IllegalStateException("broken\nbadly");
      }, false);
      assertEquals(ExitCode.INTERNAL_ERROR, code);
      String text = err.toString(StandardCharsets.UTF_8);
      assertTrue(text.startsWith("lethe: internal error: java.lang.IllegalStateException: broken badly"), text);
      assertEquals(option.equals("--verbose"), text.contains("\tat "), text);
    }
  }
}
