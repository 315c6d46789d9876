package lethe.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import lethe.vm.asm.Assembler;
import lethe.vm.fault.Fault;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.heap.HeapOptions;
import lethe.vm.host.MemoryHost;
import lethe.vm.interp.Machine;
import lethe.vm.trace.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How each limit ends a program, what is left of the machine, and that nobody else notices. */
class LimitsTest {
  private static final String ENDLESS = "unit main\nagain:\n  CHECK_SIGNALS\n  BRANCH again\n";

  private static final String PRINTER = """
      unit main
        CONST1
        C_CALL1 caml_ml_open_descriptor_out
        PUSH
      again:
        CONST3
        PUSHCONST0
        PUSHGETGLOBAL "abc"
        PUSHACC3
        C_CALL4 caml_ml_output
        ACC0
        C_CALL1 caml_ml_flush
        BRANCH again
      """;

  /** Exports an endless loop, a function that asks for a million words, and one that answers. */
  private static final String PLUGIN = """
      unit plugin
        BRANCH init
      loop:
        BRANCH loop
      fill:
        CONST0
        PUSHCONSTINT 1000000
        C_CALL2 caml_make_vect
        RETURN 1
      answer:
        CONSTINT 42
        RETURN 1
      init:
        CLOSURE 0 answer
        PUSH
        CLOSURE 0 fill
        PUSH
        CLOSURE 0 loop
        MAKEBLOCK3 0
        SETGLOBAL Plugin
      """;

  /** Exports a function that calls itself, not at its end, and one that answers. */
  private static final String DEEP = """
      unit deep
        BRANCH init
      deep:
        ACC0
        PUSHOFFSETCLOSURE0
        APPLY1
        OFFSETINT 1
        RETURN 1
      answer:
        CONSTINT 42
        RETURN 1
      init:
        CLOSURE 0 answer
        PUSH
        CLOSUREREC 1 0 deep
        POP 1
        MAKEBLOCK2 0
        SETGLOBAL Deep
      """;

  private static CompilationUnit unit(String text) {
    return Assembler.assemble("test", text).get(0).unit();
  }

  private static VmOutcome run(VmOptions options, String main) {
    try (Vm vm = Vm.create(options)) {
      VmOutcome outcome = vm.run(Map.of("main", unit(main)), Map.of());
      if (outcome.result().startsWith("fault limit")) {
        assertThrows(IllegalStateException.class, vm::collect, "the machine is closed");
      }
      return outcome;
    }
  }

  @AfterEach
  void anotherMachineWorks() {
    VmOutcome outcome = run(VmOptions.defaults(), "unit main\n  CONSTINT 42\n");
    assertEquals("result 42", outcome.result());
  }

  @Test
  void stepsAreExact() {
    VmOutcome endless = run(VmOptions.defaults().withStepLimit(1001), ENDLESS);
    assertEquals("fault limit main", endless.result());
    assertEquals("steps: 1001 are allowed, 1001 done before main+1", endless.detail());
    assertEquals(1001, endless.counts().steps());
    String four = "unit main\n  CONST0\n  CONST1\n  CONST2\n";
    assertEquals("result 2", run(VmOptions.defaults().withStepLimit(4), four).result(), "three and STOP");
    assertEquals("fault limit main", run(VmOptions.defaults().withStepLimit(3), four).result());
  }

  @Test
  void aRunThatWouldPassTheLimitIsNotBegun() {
    String three = "unit main\n  CONST0\n  CONST1\n  CONST2\n";
    VmOutcome outcome = run(VmOptions.defaults().withStepLimit(2), three);
    assertEquals("steps: 2 are allowed, 0 done before main+0", outcome.detail());
    VmOutcome traced = run(VmOptions.defaults().withStepLimit(2).withTrace(Level.STEPS, Set.of(), e -> {}), three);
    assertEquals("steps: 2 are allowed, 2 done before main+2", traced.detail());
  }

  @Test
  void stepsBeyondAQuantumAreCounted() {
    long limit = 3L * Machine.STEP_QUANTUM + 7;
    assertEquals(limit, run(VmOptions.defaults().withStepLimit(limit), ENDLESS).counts().steps());
  }

  @Test
  void outputStopsBeforeTheWriteThatIsTooMuch() {
    MemoryHost host = new MemoryHost();
    VmOutcome outcome = run(VmOptions.defaults().withHost(host).withOutputLimitBytes(10), PRINTER);
    assertEquals("fault limit", outcome.result());
    assertEquals("output: 10 bytes are allowed, 9 written and 3 more to be", outcome.detail());
    assertEquals("abcabcabc", host.outputText());
  }

  @Test
  void afterTheStepsOfAPluginTheMachineIsClosed() {
    try (Vm vm = Vm.create(VmOptions.defaults().withStepLimit(1000))) {
      LoadedUnit plugin = vm.load("plugin", unit(PLUGIN));
      VmValue loop = plugin.field(0);
      VmValue zero = vm.ofLong(0);
      Fault fault = assertThrows(Fault.class, () -> vm.call(loop, zero));
      assertEquals(Fault.Kind.LIMIT, fault.kind());
      assertTrue(fault.detail().startsWith("steps: 1000 "), fault.detail());
      IllegalStateException closed = assertThrows(IllegalStateException.class, () -> vm.call(loop, zero));
      assertEquals("this VM has been closed", closed.getMessage());
    }
  }

  @Test
  void afterAFullHeapTheMachineGoesOn() {
    HeapOptions small = HeapOptions.DEFAULT.withMinorWords(256).withMajorWords(1000).withMaxWords(10_000);
    try (Vm vm = Vm.create(VmOptions.defaults().withHeap(small))) {
      LoadedUnit plugin = vm.load("plugin", unit(PLUGIN));
      VmValue fill = plugin.field(1);
      UncaughtException full = assertThrows(UncaughtException.class, () -> vm.call(fill, vm.ofLong(0)));
      assertEquals("Out_of_memory", full.getMessage());
      vm.collect();
      assertEquals(42, vm.call(plugin.field(2), vm.ofLong(0)).asLong());
    }
  }

  @Test
  void afterAFullStackTheMachineGoesOn() {
    try (Vm vm = Vm.create(VmOptions.defaults().withStackLimitWords(Limits.LEAST_STACK_WORDS))) {
      LoadedUnit plugin = vm.load("plugin", unit(DEEP));
      VmValue deep = plugin.field(0);
      UncaughtException full = assertThrows(UncaughtException.class, () -> vm.call(deep, vm.ofLong(0)));
      assertEquals("Stack_overflow", full.getMessage());
      assertEquals(42, vm.call(plugin.field(1), vm.ofLong(0)).asLong());
    }
  }

  @Test
  void limitsThatCannotBeAreWrongInput() {
    VmOptions options = VmOptions.defaults();
    assertEquals(
        "step limit: expected at least 1 step, found 0",
        assertThrows(InputError.class, () -> options.withStepLimit(0)).getMessage());
    assertEquals(
        "output limit: expected at least 0 bytes, found -1",
        assertThrows(InputError.class, () -> options.withOutputLimitBytes(-1)).getMessage());
    assertThrows(InputError.class, () -> options.withStackLimitWords(511));
  }
}
