package lethe.harness.lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import lethe.harness.mutant.Mutants;
import lethe.harness.reference.Skips;
import lethe.vm.VmOptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text of stock ocamlrund says the same as the tracer. */
class StockLockstepTest {
  @TempDir private static Path folder;
  private static StandardJobs jobs;

  @BeforeAll
  static void write() throws IOException {
    Skips.unless(StockLockstep.missing());
    jobs = new StandardJobs(folder.resolve("jobs"));
  }

  @Test
  void valuesCallbacksAndOutput() throws IOException {
    StockLockstep.Result result = new StockLockstep(VmOptions::defaults, folder).compare(jobs.program("values", 1));
    assertEquals(Optional.empty(), result.difference());
    assertTrue(result.steps() > 15_000);
  }

  @Test
  void objects() throws IOException {
    StockLockstep.Result result = new StockLockstep(VmOptions::defaults, folder).compare(jobs.program("objects", 1));
    assertEquals(Optional.empty(), result.difference());
  }

  @Test
  void aWrongMachineIsFoundHereToo() throws IOException {
    StockLockstep.Result result = new StockLockstep(
        () -> VmOptions.defaults().withParts(Mutants.select("poptrap").get(0).parts().get()), folder)
        .compare(jobs.program("exceptions", 1));
    String difference = result.difference().orElseThrow();
    assertTrue(difference.contains("PUSHTRAP"), difference);
    assertTrue(difference.contains("stack 1 differs: ours 8, stock ocamlrund long14"), difference);
  }

  @Test
  void aValueOfTheTextIsComparedAsFarAsTheTextTells() {
    assertEquals("block<T0/s2>", StockValue.parse("0x7f01=block<T0/s2>=(0x5 0x7f08)").what());
    assertEquals("0x5 0x7f08", StockValue.parse("0x7f01=block<T0/s2>=(0x5 0x7f08)").fields());
    assertEquals("long-3", StockValue.parse("0xfffffffffffffffb=long-3").what());
    assertEquals("string[s1L5]'he(lo'", StockValue.parse("0x7f01=string[s1L5]'he(lo'=(0x200006f6c286568)").what());
  }
}
