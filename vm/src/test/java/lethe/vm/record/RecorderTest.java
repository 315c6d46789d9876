package lethe.vm.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmParts;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.asm.Assembler;
import lethe.vm.format.CompilationUnit;
import lethe.vm.heap.CollectorSeams;
import lethe.vm.heap.HeapOptions;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Level;
import org.junit.jupiter.api.Test;

/** Calls and returns, which the recorder tells from the instruction before and where it led. */
class RecorderTest {
  private static final String CALL_AND_TAIL_CALL = """
      unit plugin
        BRANCH start
      one:
        CONST1
        RETURN 1
      two:
        ACC0
        PUSH
        CLOSURE 0 one
        APPTERM1 2
      start:
        CONST0
        PUSH
        CLOSURE 0 two
        APPLY1
      unit main
        GETGLOBAL "plugin"
        C_CALL1 lethe_load
      """;

  private static List<String> trace(String policy) {
    Map<String, CompilationUnit> linked = new LinkedHashMap<>();
    Map<String, CompilationUnit> loadable = new LinkedHashMap<>();
    for (AssembledUnit unit : Assembler.assemble("test", CALL_AND_TAIL_CALL)) {
      (unit.name().equals("main") ? linked : loadable).put(unit.name(), unit.unit());
    }
    List<String> lines = new ArrayList<>();
    VmOptions options = VmOptions.defaults().withPolicy(policy).withTrace(Level.CALLS, Set.of(), event -> {
      if (event.kind() == EventKind.CALL) {
        lines.add("call " + event.subject());
      } else if (event.kind() == EventKind.RETURN) {
        lines.add("return " + event.subject());
      }
    });
    try (Vm vm = Vm.create(options)) {
      vm.run(linked, loadable);
    }
    return lines;
  }

  @Test
  void aReturnThroughTheStubIsNoCall() {
    assertEquals(
        List.of(
            "call stub+0", "call plugin+0", // the initialiser
            "call stub+0", "call plugin+5",
            "call stub+0", "call plugin+2",
            "return stub+1", // what a tail call leaves behind
            "return stub+1",
            "return plugin+18",
            "return stub+1",
            "return callback1+4"),
        trace("stub"));
  }

  @Test
  void withoutAStubATailCallLeavesNothing() {
    assertEquals(
        List.of(
            "call plugin+0", "call plugin+5", "call plugin+2", "return plugin+18", "return callback1+4"),
        trace("handle"));
  }

  private static final String YOUNG_IN_OLD = """
      unit main
        CONST0
        MAKEBLOCK1 0
        PUSHCONST0
        C_CALL1 caml_gc_full_major
        CONSTINT 7
        MAKEBLOCK1 0
        PUSHACC1
        SETFIELD0
        CONST0
        C_CALL1 caml_gc_minor
        POP 1
      """;

  @Test
  void theHeapCheckNamesBlocksByTheirBirth() {
    boolean[] isRunning = {false}; // what is made before the program is not forgotten
    VmParts forgetful = new VmParts() {
      @Override
      public CollectorSeams collector() {
        return new CollectorSeams() {
          @Override
          public boolean remembers(long block, long value) {
            return !isRunning[0];
          }
        };
      }
    };
    Map<String, CompilationUnit> linked = new LinkedHashMap<>();
    Assembler.assemble("test", YOUNG_IN_OLD).forEach(unit -> linked.put(unit.name(), unit.unit()));
    List<String> faults = new ArrayList<>();
    VmOptions options = VmOptions.defaults().withParts(forgetful).withHeap(HeapOptions.DEFAULT.withCheck(true))
        .withTrace(Level.EFFECTS, Set.of(), event -> {
          isRunning[0] |= event.kind() == EventKind.ALLOC;
          if (event.kind() == EventKind.FAULT) {
            faults.add(event.text("detail"));
          }
        });
    try (Vm vm = Vm.create(options)) {
      assertEquals("fault heap check", vm.run(linked, Map.of()).result());
    }
    assertEquals("field 0 of block blk@main+1.1, tag 0 is blk@main+8.1, no value", faults.get(0));
  }
}
