package lethe.vm.interp;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.IntStream;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.asm.Assembler;
import lethe.vm.format.CompilationUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** APPTERM1 to APPTERM3 do what APPTERM does with that number of arguments, with an argument left over, too. */
class TailCallFormsTest {
  private static String result(int arguments, String call) {
    String pushed = IntStream.iterate(arguments, i -> i > 0, i -> i - 1)
        .mapToObj(i -> "CONSTINT " + i + "\n  PUSH\n  ").collect(joining());
    CompilationUnit main = Assembler.assemble("tail", """
        unit main
          BRANCH init
          RESTART
        collect:
          GRAB %1$d
          ACC0
          POP 1
          MAKEBLOCK %2$d 0
          RETURN 0
        tail:
          %3$s
          ENVACC2
          %4$s %2$d
        init:
          CLOSURE 0 collect
          CLOSURE 1 tail
          PUSH
          CONSTINT 99
          PUSH
          CONST0
          PUSH
          ACC2
          APPLY2
          POP 1
        """.formatted(arguments, arguments + 1, pushed, call)).get(0).unit();
    try (Vm vm = Vm.create(VmOptions.defaults())) {
      return vm.run(Map.of("main", main), Map.of()).result();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aFormOfItsOwnIsTheGeneralOne(int arguments) {
    String all = IntStream.rangeClosed(1, arguments).mapToObj(i -> i + " ").collect(joining());
    assertEquals("result [0: " + all + "99]", result(arguments, "APPTERM " + arguments + " "));
    assertEquals("result [0: " + all + "99]", result(arguments, "APPTERM" + arguments));
  }
}
