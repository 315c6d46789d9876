package lethe.vm.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.asm.Assembler;
import lethe.vm.format.CompilationUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recursion goes as deep as the limit of the stack allows, also where the limit is less than a stack's first size. */
class StackDepthTest {
  /** Each call counts itself and takes four words: its argument, and the frame. */
  private static final String ENDLESS = """
      unit main
        BRANCH init
      deeper:
        ACC0
        OFFSETREF 1
        ACC0
        PUSHOFFSETCLOSURE0
        APPLY1
        OFFSETINT 1
        RETURN 1
      init:
        CLOSUREREC 1 0 deeper
        CONST0
        MAKEBLOCK1 0
        PUSH
        PUSHTRAP overflow
        ACC4
        PUSHACC6
        APPLY1
        POPTRAP
      overflow:
        ACC0
        GETFIELD0
        POP 2
      """;

  /** Under the first call lie the group's closure, the counter and a trap frame. */
  private static final int WORDS_BELOW = 6;

  @ParameterizedTest
  @ValueSource(ints = {512, 700, 1023, 1024, 1025, 5000})
  void theLimitIsWhereItOverflows(int limitWords) {
    CompilationUnit main = Assembler.assemble("deep", ENDLESS).get(0).unit();
    int calls = (limitWords - Machine.STACK_THRESHOLD_WORDS - WORDS_BELOW) / 4;
    try (Vm vm = Vm.create(VmOptions.defaults().withStackLimitWords(limitWords))) {
      assertEquals("result " + calls, vm.run(Map.of("main", main), Map.of()).result());
    }
  }
}
