package lethe.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lethe.vm.asm.Assembler;
import lethe.vm.format.CompilationUnit;
import lethe.vm.heap.HeapOptions;
import lethe.vm.interp.Schedule;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs between instructions, and the exceptions that the machine itself raises, as a host or a reader of traces sees it. */
class PendingActionsTest {
  /** Exports {@code deep : int -> int}, which never returns, {@code large : unit -> array}, and one that registers a finaliser. */
  private static final String PLUGIN =
      """
      unit plugin
        BRANCH init
      deep:
        ACC0
        OFFSETINT 1
        PUSHOFFSETCLOSURE0
        APPLY1
        OFFSETINT 1
        RETURN 1
      large:
        CONST0
        PUSHCONSTINT 1000000
        C_CALL2 caml_make_vect
        RETURN 1
      failing:
        GETGLOBAL Not_found
        RAISE
      watch:
        CONST1
        MAKEBLOCK1 0
        PUSH
        CLOSURE 0 failing
        C_CALL2 caml_final_register
        RETURN 1
      twice:
        ACC0
        PUSHACC1
        ADDINT
        RETURN 1
      init:
        CLOSURE 0 twice
        PUSH
        CLOSURE 0 watch
        PUSH
        CLOSURE 0 large
        PUSH
        CLOSURE 0 deep
        MAKEBLOCK3 0
        MAKEBLOCK2 0
        SETGLOBAL Plugin
      """;

  private static CompilationUnit plugin() {
    return Assembler.assemble("plugin", PLUGIN).get(0).unit();
  }

  private static Vm vm(String policy) {
    HeapOptions small = HeapOptions.DEFAULT.withMinorWords(256).withMajorWords(1000).withMaxWords(100_000);
    return Vm.create(VmOptions.defaults().withPolicy(policy).withStackLimitWords(10_000).withHeap(small));
  }

  @ParameterizedTest
  @ValueSource(strings = {"keep", "stub", "handle"})
  void theMachineGoesOnAfterStackOverflowAndOutOfMemory(String policy) {
    try (Vm vm = vm(policy)) {
      LoadedUnit unit = vm.load("plugin", plugin());
      VmValue functions = unit.field(0);
      for (int i = 0; i < 3; i++) {
        assertRaises("Stack_overflow", vm, functions.field(0));
        assertRaises("Out_of_memory", vm, functions.field(1));
        assertEquals(42, vm.call(unit.field(1), vm.ofLong(21)).asLong());
        vm.collect();
      }
    }
  }

  private static void assertRaises(String exception, Vm vm, VmValue function) {
    UncaughtException raised = assertThrows(UncaughtException.class, () -> vm.call(function, vm.ofLong(0)));
    assertEquals(true, raised.getMessage().contains(exception), raised.getMessage());
  }

  @Test
  void aHostsCollectionRunsFinalisersAndTellsWhatTheyRaise() {
    try (Vm vm = vm("handle")) {
      LoadedUnit unit = vm.load("plugin", plugin());
      VmValue functions = unit.field(0);
      vm.call(functions.field(2), vm.ofLong(0));
      UncaughtException raised = assertThrows(UncaughtException.class, vm::collect);
      assertEquals(true, raised.getMessage().contains("Not_found"), raised.getMessage());
      vm.collect();
      assertEquals(42, vm.call(unit.field(1), vm.ofLong(21)).asLong());
    }
  }

  /** A finaliser that is due at a call runs between the call and the callee; the trace tells both calls. */
  private static final String MAIN =
      """
      unit main
        BRANCH init
      final:
        CONST0
        RETURN 1
      twice:
        ACC0
        PUSHACC1
        ADDINT
        RETURN 1
      init:
        CONST1
        MAKEBLOCK1 0
        PUSH
        CLOSURE 0 final
        C_CALL2 caml_final_register
        CLOSURE 0 twice
        PUSHCONSTINT 21
        PUSHACC1
        APPLY1
        POP 1
      """;

  @Test
  void aFinaliserRunsBetweenACallAndItsCallee() {
    CompilationUnit main = Assembler.assemble("main", MAIN).get(0).unit();
    List<String> lines = new ArrayList<>();
    Set<EventKind> wanted = Set.of(EventKind.CALL, EventKind.FINAL, EventKind.RETURN);
    Schedule atTheCall = (site, count) -> site.equals("main+25");
    VmOptions options = VmOptions.defaults()
        .withHeap(HeapOptions.DEFAULT.withCheck(true))
        .withSchedule(atTheCall)
        .withTrace(Level.CALLS, Set.of(), event -> add(lines, wanted, event));
    try (Vm vm = Vm.create(options)) {
      Map<String, CompilationUnit> units = new LinkedHashMap<>();
      units.put("main", main);
      assertEquals("result 42", vm.run(units, Map.of()).result());
    }
    assertEquals(
        List.of("final main", "call main+2", "return callback1+4", "call main+5", "return main+26"), lines);
  }

  private static void add(List<String> lines, Set<EventKind> wanted, Event event) {
    if (wanted.contains(event.kind())) {
      lines.add(event.kind().wireName() + " " + event.text(event.kind().wireName()));
    }
  }
}
