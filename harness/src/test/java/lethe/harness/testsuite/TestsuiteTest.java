package lethe.harness.testsuite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lethe.harness.lockstep.Tracer;
import lethe.harness.reference.Skips;
import lethe.vm.VmOptions;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A testsuite of our own, with one program for each way that a test can go. */
class TestsuiteTest {
  private static final List<Way> WAYS = ways(VmOptions.defaults());

  @TempDir private Path folder;

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve("suite").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static List<Way> ways(VmOptions options) {
    return List.of(new InMode(options, Mode.PLAIN), new InMode(options, Mode.under("handle")));
  }

  private SuiteReport run(List<Way> ways, String... patterns) throws Exception {
    Path scratch = Files.createTempDirectory(folder, "scratch");
    List<Verdict> seen = new ArrayList<>();
    SuiteReport report = new Testsuite(folder.resolve("suite"))
        .run(List.of(patterns), Skips.stockOCaml(), ways, scratch, 1, seen::add);
    assertEquals(report.verdicts(), seen);
    return report;
  }

  @Test
  void eachProgramHasAVerdictOrAReason() throws Exception {
    write("lib/testing.ml", "let say = print_endline");
    write("tests/a/plain.ml", "(* TEST include testing *) let () = Testing.say \"hello\"");
    write("tests/a/plain.reference", "hello\n");
    write("tests/a/twice.ml", """
        (* TEST
        modules = "part.ml lexer.mll"
        * setup-ocamlc.byte-build-env
        ** ocamlc.byte
        *** run
        exit_status = "7"
        *** run
        arguments = "0"
        **** libunix
        ***** check-program-output
        reference = "${test_source_directory}/other.reference"
        *)
        let () =
          let code = try int_of_string Sys.argv.(1) with _ -> 7 in
          let seen = Sys.file_exists "trace" in
          close_out (open_out "trace");
          Printf.printf "%b %s" seen (Lexer.rest (Lexing.from_string Part.text)); exit code""");
    write("tests/a/part.ml", "let text = \"xyz\"");
    write("tests/a/part.mli", "val text : string");
    write("tests/a/lexer.mll", "rule rest = parse 'x' (_* as s) { s }");
    write("tests/a/other.reference", "true yz");
    write("tests/b/session.ml", "(* TEST * toplevel *)\n1 + 1;;\n");
    write("tests/b/session.ocaml.reference", "- : int = 2\n\n");
    write("tests/c/threads.ml", "(* TEST include systhreads *)");
    write("tests/c/native.ml", "(* TEST * native *)");
    write("tests/c/stubs.ml", "(* TEST modules = \"s.c\" *)");
    write("tests/c/wrong.ml", "(* TEST *) let () = print_string \"unexpected\"");
    write("tests/c/random.ml", """
        (* TEST * setup-ocamlc.byte-build-env ** ocamlc.byte *** run *)
        let () = Random.self_init (); print_int (Random.bits ())""");
    write("tests/c/none.ml", "let () = exit 1");
    SuiteReport report = run(WAYS);
    assertEquals(
        List.of("a/plain.ml", "a/twice.ml", "a/twice.ml#2", "b/session.ml"),
        report.verdicts().stream().map(Verdict::program).toList());
    assertEquals(
        Map.of(
            "c/threads.ml", "needs systhreads", "c/native.ml", "native code", "c/stubs.ml", "needs C stubs",
            "c/wrong.ml", "does not pass on this ocamlrun", "c/random.ml", "is not the same twice on ocamlrun"),
        report.leftOut());
    assertEquals("""
        area                          programs      plain     handle
        a                                    3          3          3
        b                                    1          1          1
        all                                  4          4          4
        left out, by reason:
             1  does not pass on this ocamlrun: c/wrong.ml
             1  is not the same twice on ocamlrun: c/random.ml
             1  native code: c/native.ml
             1  needs C stubs: c/stubs.ml
             1  needs systhreads: c/threads.ml
        """, SuiteText.table(report, WAYS));
  }

  @Test
  void aDifferenceIsToldInOneLineWithTheCommandThatRepeatsIt() throws Exception {
    write("tests/a/long.ml", "(* TEST *) let () = for i = 1 to 1_000_000 do ignore (Sys.opaque_identity i) done");
    write("tests/a/other.ml", "(* TEST *)");
    SuiteReport report = run(ways(VmOptions.defaults().withStepLimit(100_000)), "a/l*.ml");
    assertFalse(report.passes());
    String[] lines = SuiteText.differences(report.verdicts().get(0), WAYS, "suite DIR").split("\n", -1);
    assertEquals(5, lines.length);
    assertEquals("a/long.ml differs, plain: fault limit main: steps: 100000 are allowed, 99993 done before ",
        lines[0].replaceFirst("main\\+\\d+$", ""));
    assertEquals("  repeat: suite DIR a/long.ml --policy handle", lines[3]);
  }

  @Test
  void programsRunInLockstepToTheirEndOrToTheLimit() throws Exception {
    Skips.unless(Tracer.missing());
    write("tests/a/short.ml", "(* TEST arguments = \"x\" *) let () = close_out (open_out_gen [Open_creat; Open_excl] 0 Sys.argv.(1))");
    write("tests/a/long.ml", "(* TEST *) let () = for i = 1 to 1_000_000 do ignore (Sys.opaque_identity i) done");
    Tracer tracer = Tracer.build(folder.resolve("tracer"));
    InLockstep way = new InLockstep(tracer, VmOptions::defaults, 100_000, Files.createDirectory(folder.resolve("traces")));
    SuiteReport report = run(List.of(way));
    assertTrue(report.passes());
    assertEquals(2, report.verdicts().size());
    assertTrue(way.totals().text().startsWith("2 programs, 1 of them to their end, 1"), way.totals().text());
    InLockstep wrong = new InLockstep(
        tracer, () -> VmOptions.defaults().withStepLimit(5000), 0, folder.resolve("traces"));
    assertTrue(SuiteText.differences(run(List.of(wrong), "a/long.ml").verdicts().get(0), List.of(wrong), "suite DIR")
        .endsWith("\n  repeat: suite DIR a/long.ml --lockstep\n"));
  }

  @Test
  void endingsDifferByFaultOutputAndExitCode() {
    Ending expected = new Ending("a\nb\n", 0, "");
    assertEquals("", expected.difference(expected).orElse(""));
    assertEquals("line 2: expected 'b', found the end", new Ending("a\n", 0, "").difference(expected).orElseThrow());
    assertEquals("expected exit 0, found exit 2", new Ending("a\nb\n", 2, "").difference(expected).orElseThrow());
    assertEquals("fault x", new Ending("a\nb\n", 0, "fault x").difference(expected).orElseThrow());
  }

  @Test
  void whatIsNoTestsuiteIsRefused() throws Exception {
    assertThrows(InputError.class, () -> new Testsuite(folder));
    write("tests/a/plain.ml", "(* TEST *)");
    assertThrows(InputError.class, () -> run(WAYS, "nothing"));
    assertThrows(InputError.class, () -> run(WAYS, "[a-z-]"));
  }
}
