package lethe.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import lethe.vm.asm.Assembler;
import lethe.vm.fault.Fault;
import lethe.vm.format.CompilationUnit;
import org.junit.jupiter.api.Test;

/** The JVM's own exceptions never leave the facade. */
class TrapTest {
  private static final long SMALL_JAVA_STACK_BYTES = 1 << 18;
  private static final long JAVA_STACK_BYTES = 1 << 21;
  private static final int DEEP_STACK_WORDS = 1 << 22;

  /** Its initialiser loads it again, for ever. */
  private static final String LOADS_ITSELF =
      """
      unit again
        GETGLOBAL "again"
        C_CALL1 lethe_load
        SETGLOBAL Again
      unit main
        GETGLOBAL "again"
        C_CALL1 lethe_load
      """;

  private static VmOutcome runOnJavaStack(long bytes, Vm vm, String source) throws InterruptedException {
    Map<String, CompilationUnit> units = new LinkedHashMap<>();
    Assembler.assemble("test", source).forEach(unit -> units.put(unit.name(), unit.unit()));
    Map<String, CompilationUnit> main = Map.of("main", units.remove("main"));
    VmOutcome[] outcome = new VmOutcome[1];
    Thread thread = new Thread(null, () -> outcome[0] = vm.run(main, units), "program", bytes);
    thread.start();
    thread.join();
    return outcome[0];
  }

  @Test
  void aUnitThatLoadsItselfForEverIsAFaultWhereTheJavaStackEnds() throws InterruptedException {
    try (Vm vm = Vm.create(VmOptions.defaults().withStackLimitWords(DEEP_STACK_WORDS))) {
      VmOutcome outcome = runOnJavaStack(SMALL_JAVA_STACK_BYTES, vm, LOADS_ITSELF);
      assertEquals("fault limit", outcome.result().strip());
      assertTrue(outcome.detail().contains("-Xss"), outcome.detail());
    }
  }

  @Test
  void itIsAStackOverflowOfTheProgramWhereThatComesFirst() throws InterruptedException {
    try (Vm vm = Vm.create(VmOptions.defaults().withStackLimitWords(Limits.LEAST_STACK_WORDS))) {
      VmOutcome outcome = runOnJavaStack(JAVA_STACK_BYTES, vm, LOADS_ITSELF);
      assertEquals("raised Stack_overflow", outcome.result(), outcome.detail());
    }
  }

  @Test
  void aHostMayPassMoreArgumentsThanTheStackHasFree() {
    try (Vm vm = Vm.create(VmOptions.defaults())) {
      String source = "unit id\n  BRANCH end\nid:\n  ACC0\n  RETURN 1\nend:\n  CLOSURE 0 id\n  MAKEBLOCK1 0\n  SETGLOBAL Id\n";
      LoadedUnit unit = vm.load("id", Assembler.assemble("id", source).get(0).unit());
      VmValue id = unit.field(0);
      VmValue[] arguments = new VmValue[5_000];
      Arrays.fill(arguments, id);
      arguments[arguments.length - 1] = vm.ofLong(42);
      assertEquals(42, vm.call(id, arguments).asLong());
    }
  }

  @Test
  void whatTheJvmThrowsIsAFault() {
    assertEquals(Fault.Kind.MEMORY, kind(new ArrayIndexOutOfBoundsException(7)));
    assertEquals(Fault.Kind.MEMORY, kind(new NegativeArraySizeException("-1")));
    assertEquals(Fault.Kind.LIMIT, kind(new StackOverflowError()));
    assertEquals(Fault.Kind.LIMIT, kind(new OutOfMemoryError("Java heap space")));
  }

  private static Fault.Kind kind(Throwable thrown) {
    return assertThrows(Fault.class, () -> Trap.guard(() -> raise(thrown))).kind();
  }

  private static Object raise(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }
}
