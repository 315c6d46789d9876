package lethe.harness.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import lethe.harness.reference.Skips;
import lethe.vm.fault.InputError;
import lethe.vm.step.StepSink;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sample of what {@code lethe compare} compares. */
class LockstepTest {
  private static final StepSink NOBODY = (words, count, text) -> {};

  @TempDir private static Path folder;
  private static Lockstep lockstep;
  private static StandardJobs jobs;

  @BeforeAll
  static void build() throws IOException {
    Skips.unless(Tracer.missing());
    lockstep = new Lockstep(Tracer.build(folder.resolve("build")), folder);
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

  @Test
  void everyAllowanceIsMetAndCounted() throws IOException {
    Map<Allowance, Long> allowed = compare(jobs.allowances(), Level.FULL).allowed();
    for (Allowance allowance : Allowance.values()) {
      assertTrue(allowed.get(allowance) > 0, allowance + " in " + allowed);
    }
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
  }

  @Test
  void aCaseOfTheCorpusThroughDynlink() throws Exception {
    Case c = Corpus.select(Corpus.readAll(Path.of(System.getProperty("lethe.root"), "corpus")), "load/first").get(0);
    assertTrue(compare(CaseJobs.of(c, folder.resolve("case")), Level.FULL).steps() > 800_000);
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
  void bothAreStoppedAtALimit() throws IOException {
    Comparison comparison = lockstep.compare(jobs.program("exceptions", 3), Level.PC, 10_000, NOBODY);
    assertTrue(comparison.agrees());
    assertEquals(10_000, comparison.steps());
  }
}
