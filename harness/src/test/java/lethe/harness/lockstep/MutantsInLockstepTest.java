package lethe.harness.lockstep;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lethe.harness.corpus.Corpus;
import lethe.harness.golden.LetheRoot;
import lethe.harness.mutant.Mutant;
import lethe.harness.mutant.Mutants;
import lethe.harness.mutant.UnboundedDecoder;
import lethe.harness.reference.Skips;
import lethe.vm.VmOptions;
import lethe.vm.VmParts;
import lethe.vm.step.StepSink;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Machines that are wrong in the interpreter are found by the reference, too. */
class MutantsInLockstepTest {
  private static final StepSink NOBODY = (words, count, text) -> {};
  /** By the mutant, the program that finds it; or the case. */
  private static final Map<String, String> FOUND_BY = Map.ofEntries(
      entry("poptrap", "exceptions"),
      entry("appterm2", "exceptions"),
      entry("raise-env", "exceptions"),
      entry("growing-stack", "exceptions"),
      entry("getpubmet", "objects"),
      entry("setvectitem", "values"),
      entry("restart-env", "values"),
      entry("callback-extra-args", "values"),
      entry("update-dummy", "values"),
      entry("dup", "values"),
      entry("method-cache", "load/method-caches"));

  private static final String LOADED_CODE_DIES = "what is lost is loaded code that dies: the reference's never does";

  /** By the mutant, why the reference cannot find it. */
  private static final Map<String, String> OUT_OF_REACH = Map.of(
      "frame-return", LOADED_CODE_DIES,
      "frame-trap", LOADED_CODE_DIES,
      "frame-c-call", LOADED_CODE_DIES,
      "failed-load", "it is in lethe_load, a primitive that the reference lacks");

  /** Small, so that what is not in the remembered set dies. */
  private static final int MINOR_WORDS = 256;

  @TempDir private static Path folder;
  private static Tracer tracer;
  private static StandardJobs jobs;

  @BeforeAll
  static void build() throws IOException {
    Skips.unless(Tracer.missing());
    tracer = Tracer.build(folder.resolve("build"));
    jobs = new StandardJobs(folder.resolve("jobs"));
  }

  private static Comparison compare(String mutant, String program) throws IOException {
    Mutant wrong = Mutants.select(mutant).get(0);
    Lockstep lockstep = new Lockstep(
        tracer,
        () -> VmOptions.defaults()
            .withHeap(VmOptions.defaults().heap().withMinorWords(MINOR_WORDS)).withParts(parts(wrong, program)),
        folder);
    return lockstep.compare(job(program), Level.FULL, 0, NOBODY);
  }

  private static Job job(String program) throws IOException {
    return isCase(program)
        ? CaseJobs.of(Corpus.select(Corpus.readAll(LetheRoot.find().resolve("corpus")), program).get(0), folder.resolve("case"))
        : jobs.program(program, 1);
  }

  private static VmParts parts(Mutant wrong, String program) {
    VmParts parts = wrong.parts().get();
    return isCase(program) ? new UnboundedDecoder(parts) : parts;
  }

  private static boolean isCase(String program) {
    return program.contains("/");
  }

  @ParameterizedTest
  @MethodSource("found")
  void aWrongMachineIsFound(String mutant, String program) throws IOException {
    Comparison comparison = compare(mutant, program);
    assertFalse(comparison.agrees());
    assertEquals(Optional.empty(), comparison.apart());
    assertTrue(comparison.divergence().isPresent());
  }

  static Stream<Arguments> found() {
    return FOUND_BY.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @Test
  void eachMutantOfTheMachineIsFoundOrItIsSaidWhyNot() {
    Set<String> told = new TreeSet<>(FOUND_BY.keySet());
    told.addAll(OUT_OF_REACH.keySet());
    assertEquals(told, Mutants.ofTheMachine().stream().map(Mutant::id).collect(Collectors.toCollection(TreeSet::new)));
    assertTrue(OUT_OF_REACH.values().stream().allMatch(reason -> reason.length() > 20));
  }

  @Test
  void theFirstDifferenceIsShownWithBothStatesAndWhatWasAround() throws IOException {
    Comparison comparison = compare("restart-env", "values");
    String text = ComparisonText.of(comparison, "harness/lethe compare values.byte");
    List<String> lines = text.lines().toList();
    int at = IntStream.range(0, lines.size()).filter(i -> lines.get(i).startsWith(">")).findFirst().orElseThrow();
    assertEquals(Range.AROUND, at);
    assertTrue(lines.get(at - 1).contains(" RESTART "), text);
    assertTrue(lines.get(at).contains(" GRAB 3 "), text);
    assertTrue(lines.get(at + 1).startsWith("  source     before it: values.ml, line "), text);
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("  env") && line.endsWith("<-- differs")), text);
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("  accu") && line.endsWith(" same")), text);
    assertTrue(text.endsWith("again: harness/lethe compare values.byte\n"), text);
  }
}
