package lethe.harness.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import lethe.harness.corpus.Policies;
import lethe.harness.reference.Skips;
import lethe.vm.VmOptions;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  @Test
  void everyProgramChecksItsResultAndCanBeScaled() {
    for (BenchProgram program : BenchProgram.all()) {
      assertTrue(program.source().contains("assert ("), program.name());
      assertTrue(program.scaled(10).source().contains("0\n"), program.name());
    }
    assertEquals(15, BenchProgram.all().size());
    assertTrue(BenchProgram.named("fib").scaled(3).source().contains("\nlet count = 90\n"));
    assertThrows(InputError.class, () -> BenchProgram.named("nothing"));
  }

  @Test
  void theTableHasMediansRatiosAndTheirGeometricMean() {
    Timing twice = new Timing("a", List.of(3_000_000L, 1_000_000L, 2_000_000L), List.of(4_000_000L));
    Timing eightTimes = new Timing("b", List.of(1_000_000_000L, 3_000_000_000L), List.of(16_000_000_000L));
    assertEquals(
        """
        program            ocamlrun        lethe    ratio
        a                   0.002 s      0.004 s    2.00x
        b                   2.000 s     16.000 s    8.00x
        geometric mean                              4.00x
        """,
        TimingTable.text(List.of(twice, eightTimes)).replace(System.lineSeparator(), "\n"));
  }

  /** Each program once, which ends with an exception if its result is wrong; what it takes is nobody's concern here. */
  @Test
  void theProgramsOfThePoliciesEndUnderEachOfThem(@TempDir Path directory) throws Exception {
    List<BenchProgram> once = PolicyBench.programs().stream()
        .map(p -> new BenchProgram(p.name(), p.source().replaceFirst("(?m)^let count = .*$", "let count = 1"))).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PolicyBench(new Ocamlrun(Skips.stockOCaml()), VmOptions.defaults(), Policies.SOUND, 1)
        .run(once, directory, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertEquals(1 + once.size(), out.toString(StandardCharsets.UTF_8).lines().count());
  }
}
