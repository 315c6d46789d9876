package lethe.harness.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lethe.harness.mutant.Mutant;
import lethe.harness.mutant.Mutants;
import lethe.harness.reference.Skips;
import lethe.vm.VmOptions;
import lethe.vm.step.StepSink;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines that are wrong in the interpreter are found by the reference, too. */
class MutantsInLockstepTest {
  private static final StepSink NOBODY = (words, count, text) -> {};
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

  private static Comparison compare(String mutant, String program, Level level) throws IOException {
    Mutant wrong = Mutants.select(mutant).get(0);
    Lockstep lockstep = new Lockstep(
        tracer,
        () -> VmOptions.defaults()
            .withHeap(VmOptions.defaults().heap().withMinorWords(MINOR_WORDS)).withParts(wrong.parts().get()),
        folder);
    return lockstep.compare(jobs.program(program, 1), level, 0, NOBODY);
  }

  @ParameterizedTest
  @CsvSource({
    "poptrap, exceptions",
    "appterm2, exceptions",
    "setvectitem, values",
    "restart-env, values",
    "getpubmet, objects",
    "raise-env, exceptions",
    "callback-extra-args, values",
    "growing-stack, exceptions",
    "update-dummy, values",
    "dup, values"
  })
  void aWrongMachineIsFound(String mutant, String program) throws IOException {
    Comparison comparison = compare(mutant, program, Level.FULL);
    assertFalse(comparison.agrees());
    System.out.println(mutant + "\n" + comparison.divergence().map(DivergenceText::of) + comparison.ending());
  }
}
