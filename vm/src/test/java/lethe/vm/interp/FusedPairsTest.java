package lethe.vm.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmOutcome;
import lethe.vm.asm.Assembler;
import lethe.vm.format.CompilationUnit;
import lethe.vm.trace.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A pair of instructions that is fused does what its two parts do: a traced machine fuses nothing, an untraced one does. */
class FusedPairsTest {
  /** On the stack: 30 on top, 20, 10, and a block (7, 8, 9) below; accu is 5. The code may branch to {@code yes}. */
  private static String program(String pair) {
    return """
        unit main
          CONSTINT 9
          PUSHCONSTINT 8
          PUSHCONSTINT 7
          MAKEBLOCK3 0
          PUSHCONSTINT 10
          PUSHCONSTINT 20
          PUSHCONSTINT 30
          PUSHCONSTINT 5
          %s
          PUSHCONSTINT 100
          BRANCH join
        yes:
          PUSHCONSTINT 200
        join:
          PUSHACC1
          PUSHACC3
          PUSHACC5
          PUSHACC7
          MAKEBLOCK 5 0
        """.formatted(pair.replace(';', '\n'));
  }

  @ParameterizedTest
  @CsvSource({
    "ACC1; PUSHACC0", "ACC1; PUSHACC2", "PUSHACC1; PUSHACC0", "PUSHACC0; PUSHACC3", "ACC2; OFFSETINT -3",
    "PUSHACC2; OFFSETINT 4", "ACC3; GETFIELD1", "PUSHACC4; GETFIELD2", "ACC0; BRANCHIFNOT yes",
    "CONST0; PUSH; ACC0; BRANCHIFNOT yes", "ACC1; BLEINT 20 yes", "ACC1; BLEINT 21 yes", "ACC1; BNEQ 20 yes",
    "ACC1; BNEQ 21 yes", "ACC3; PUSH; GETFIELD1; PUSHACC0", "PUSHACC0; PUSH; EQ; BRANCHIFNOT yes",
    "PUSHACC1; EQ; BRANCHIFNOT yes", "PUSHACC1; NEQ; BRANCHIFNOT yes", "PUSHACC0; PUSH; NEQ; BRANCHIFNOT yes",
    "PUSHACC1; LTINT; BRANCHIFNOT yes", "PUSHACC2; LTINT; BRANCHIFNOT yes", "PUSHACC1; GTINT; BRANCHIFNOT yes",
    "PUSHACC2; GTINT; BRANCHIFNOT yes"
  })
  void tracedAndUntracedAgree(String pair) {
    assertEquals(run(pair, true), run(pair, false));
  }

  private static String run(String pair, boolean traced) {
    CompilationUnit main = Assembler.assemble("pair", program(pair)).get(0).unit();
    VmOptions options = VmOptions.defaults();
    try (Vm vm = Vm.create(traced ? options.withTrace(Level.STEPS, Set.of(), e -> {}) : options)) {
      VmOutcome outcome = vm.run(Map.of("main", main), Map.of());
      return outcome.result();
    }
  }
}
