package lethe.harness.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import lethe.harness.reference.Skips;
import lethe.vm.fault.InputError;
import lethe.vm.step.StepSink;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sample of what {@code lethe compare} compares. */
class LockstepTest {
  private static final StepSink NOBODY = (words, count, text) -> {};

  @TempDir private static Path folder;
  private static Tracer tracer;
  private static Lockstep lockstep;
  private static StandardJobs jobs;

  @BeforeAll
  static void build() throws IOException {
    Skips.unless(Tracer.missing());
    tracer = Tracer.build(folder.resolve("build"));
    lockstep = new Lockstep(tracer, folder);
    jobs = new StandardJobs(folder.resolve("jobs"));
  }

  private static Comparison compare(Job job, Level level) throws IOException {
    Comparison comparison = lockstep.compare(job, level, 0, NOBODY);
    assertEquals("", comparison.agrees() ? "" : ComparisonText.of(comparison, job.line().toString()));
    return comparison;
  }

  @Test
  void exceptionsOfAllKindsAndAStackThatOverflows() throws IOException {
    assertTrue(compare(jobs.program("exceptions", 3), Level.FULL).steps() > 1_000_000);
  }

  @Test
  void objects() throws IOException {
    assertTrue(compare(jobs.program("objects", 2), Level.FULL).steps() > 10_000);
  }

  @Test
  void valuesAndACallbackFromThePrimitiveThatCollects() throws IOException {
    Comparison comparison = compare(jobs.program("values", 2), Level.FULL);
    assertTrue(comparison.steps() > 10_000);
    assertTrue(comparison.allowed().get(Allowance.FRESH_CONTENT) > 0);
  }

  @ParameterizedTest
  @EnumSource
  void everyAllowanceIsMetByItsCase(Allowance allowance) throws IOException {
    Comparison comparison = compare(CaseJobs.of(one(allowance.corpusCase()), folder.resolve("case")), Level.FULL);
    assertTrue(comparison.whole());
    assertTrue(comparison.allowed().get(allowance) > 0, comparison.allowed().toString());
    assertTrue(ComparisonText.of(comparison, "").contains(" (" + allowance.corpusCase() + ")\n"));
  }

  private static Case one(String id) {
    return Corpus.select(Corpus.readAll(Path.of(System.getProperty("lethe.root"), "corpus")), id).get(0);
  }

  @Test
  void codeThatIsLoadedTwice() throws IOException {
    assertTrue(compare(jobs.host(), Level.FULL).steps() > 800_000);
  }

  @Test
  void coverageTellsOpcodesOperandsAndOutcomes() throws IOException {
    Coverage coverage = new Coverage();
    assertTrue(lockstep.compare(jobs.program("values", 1), Level.PC, 0, coverage).agrees());
    String table = coverage.table().replaceAll(" +", " ");
    for (String row : List.of(
        "BRANCHIFNOT not [\\d,]+, taken ", "GRAB 2-7 enough [\\d,]+, under ", "RETURN 1 back [\\d,]+, left ",
        "APPLY1 exact [\\d,]+, partial [\\d,]+, under ", "C_CALL1 calls back 1, ", "PUSHCONSTINT \\.\\.-1 runs ")) {
      assertTrue(Pattern.compile("(?m)^" + row).matcher(table).find(), row + "\n" + table);
    }
    assertTrue(Pattern.compile("1[234]\\d of 149 opcodes; not reached: ENVACC1 ").matcher(table).find(), table);
    assertTrue(table.contains(" C_CALLN cannot be: of the primitives that take six arguments"), table);
  }

  @Test
  void aCaseOfTheCorpusThroughDynlink() throws IOException {
    Case c = one("load/first");
    assertTrue(compare(CaseJobs.of(c, folder.resolve("case")), Level.FULL).steps() > 800_000);
  }

  @Test
  void aCaseThatStockOCamlCannotRunIsRefusedWithItsReason() {
    Case c = one("opcodes/break");
    assertFalse(CaseJobs.isComparable(c));
    InputError refused = assertThrows(InputError.class, () -> CaseJobs.of(c, folder.resolve("case")));
    assertTrue(refused.getMessage().contains(c.reference().orElseThrow().reason()), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"opcodes/environment", "opcodes/closurerec-group", "ocaml/functor", "exceptions/carries-closure"})
  void casesInLockstep(String id) throws IOException {
    assertTrue(compare(CaseJobs.of(one(id), folder.resolve("case")), Level.FULL).whole());
  }

  @Test
  void executablesOfAFolderEachInACopyOfIt() throws IOException {
    jobs.program("objects", 1);
    Path work = folder.resolve("work");
    Map<String, Job> found = FolderJobs.of(folder.resolve("jobs"), work, "b");
    assertTrue(found.containsKey("objects.byte"), found.keySet().toString());
    assertEquals(work.toAbsolutePath(), found.get("objects.byte").folder().path());
    assertTrue(compare(found.get("objects.byte"), Level.PC).steps() > 10_000);
    assertTrue(Files.exists(work.resolve("objects.ml")));
    assertThrows(InputError.class, () -> FolderJobs.of(Files.createDirectories(folder.resolve("none")), work, ""));
  }

  @Test
  void finalisersAreSetApart() throws IOException {
    Comparison comparison = lockstep.compare(compiled("finaliser", """
        let () =
          let ran = ref 0 in
          for i = 1 to 30_000 do Gc.finalise (fun _ -> incr ran) (ref i) done;
          print_int !ran"""), Level.FULL, 0, NOBODY);
    assertFalse(comparison.agrees());
    assertEquals(Optional.of(Parting.FINALISER), comparison.apart());
    assertTrue(ComparisonText.of(comparison, "").contains("NOT COMPARABLE"));
  }

  @Test
  void aProgramThatLooksAtAddressesIsSetApart() throws IOException {
    assertEquals(Optional.of(Parting.UNSTEADY), apart("address", "let () = print_int (Hashtbl.hash print_int)"));
  }

  @Test
  void aSuspensionThatIsForcedAgainIsSetApart() throws IOException {
    assertEquals(Optional.of(Parting.FORWARDED),
        lockstep.compare(CaseJobs.of(one("ocaml/lazy-forced"), folder.resolve("case")), Level.FULL, 0, NOBODY).apart());
  }

  @Test
  void aMemoryProfileIsSetApart() throws IOException {
    Comparison comparison = lockstep.compare(compiled("profile", """
        let () =
          let told = ref 0 in
          let alloc _ = incr told; None in
          Gc.Memprof.(start ~sampling_rate:1. { null_tracker with alloc_minor = alloc; alloc_major = alloc });
          let kept = List.init 9 (fun n -> Some n) in
          Gc.Memprof.stop ();
          print_int (!told + List.length kept)"""), Level.FULL, 0, NOBODY);
    assertFalse(comparison.agrees());
    assertEquals(Optional.of(Parting.MEMORY_PROFILE), comparison.apart());
  }

  @Test
  void whatOnlyTheReferenceCanIsSetApart() throws IOException {
    assertEquals(Optional.of(Parting.REFUSED), apart("pipe", "let () = ignore (Unix.pipe ())"));
    assertEquals(Optional.of(Parting.ANOTHER_PROGRAM), apart("exec", "let () = Unix.execv \"/bin/true\" [| \"true\" |]"));
    Job endless = compiled("endless", "let () = while true do () done");
    Lockstep impatient = new Lockstep(tracer.withLimit(1), folder);
    assertEquals(Optional.of(Parting.TOO_LONG), impatient.compare(endless, Level.PC, 0, NOBODY).apart());
  }

  private static Optional<Parting> apart(String name, String source) throws IOException {
    return lockstep.compare(compiled(name, source), Level.FULL, 0, NOBODY).apart();
  }

  @Test
  void commandsPrintWhereTheProgramPrints() throws IOException {
    compare(compiled("command", """
        let () = print_endline "before"; exit (Sys.command "echo out; echo err >&2; exit 3")"""), Level.FULL);
  }

  private static Job compiled(String name, String source) throws IOException {
    Path file = folder.resolve(name + ".ml");
    Files.writeString(file, source);
    Path executable = folder.resolve(name + ".byte");
    Command.run(List.of("ocamlc", "-o", executable.toString(), "unix.cma", file.toString()));
    return Job.in(folder, executable);
  }

  @Test
  void bothAreStoppedAtALimit() throws IOException {
    Comparison comparison = lockstep.compare(jobs.program("exceptions", 3), Level.PC, 10_000, NOBODY);
    assertTrue(comparison.agrees());
    assertEquals(10_000, comparison.steps());
  }
}
