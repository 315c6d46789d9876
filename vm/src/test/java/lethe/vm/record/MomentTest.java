package lethe.vm.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.asm.Assembler;
import lethe.vm.format.CompilationUnit;
import lethe.vm.inspect.Frame;
import lethe.vm.inspect.Inspection;
import lethe.vm.inspect.Why;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Level;
import org.junit.jupiter.api.Test;

/** What is seen of a machine in the middle of a run. */
class MomentTest {
  /** At its collection: a C call, values, a return frame and a trap frame of the unit, which calls main back. */
  private static final String WAITING = """
      unit plugin
        BRANCH init
      guard:
        PUSHTRAP caught
        CONST0
        PUSHACC 5
        APPLY1
        POPTRAP
        RETURN 1
      caught:
        RETURN 1
      init:
        CLOSURE 0 guard
        MAKEBLOCK1 0
        PUSHCONST0
        C_CALL2 lethe_set
        ATOM0
        SETGLOBAL Plugin
      unit main
        BRANCH init
      drop:
        CONST0
        PUSHCONST0
        C_CALL2 lethe_set
        CONST0
        C_CALL1 caml_gc_full_major
        CONST0
        RETURN 1
      init:
        GETGLOBAL "plugin"
        C_CALL1 lethe_load
        CLOSURE 0 drop
        PUSHCONST0
        C_CALL1 lethe_get
        GETFIELD0
        APPLY1
      """;

  private static void run(String policy, BiConsumer<Event, Vm> onlooker) {
    Map<String, CompilationUnit> linked = new LinkedHashMap<>();
    Map<String, CompilationUnit> loadable = new LinkedHashMap<>();
    for (AssembledUnit unit : Assembler.assemble("test", WAITING)) {
      (unit.name().equals("main") ? linked : loadable).put(unit.name(), unit.unit());
    }
    Vm[] machine = new Vm[1];
    VmOptions options = VmOptions.defaults().withPolicy(policy)
        .withTrace(Level.STEPS, Set.of(), event -> onlooker.accept(event, machine[0]));
    try (Vm vm = Vm.create(options)) {
      machine[0] = vm;
      assertEquals("result 0", vm.run(linked, loadable).result());
    }
  }

  private record Seen(Inspection inspection, Why why) {}

  /** The machine when the collection is about to start, and when it tells that it keeps the unit. */
  private static List<Seen> atTheCollection(String policy) {
    List<Seen> seen = new ArrayList<>();
    run(policy, (event, vm) -> {
      boolean isStart = event.kind() == EventKind.GC && event.text("cause").equals("program");
      if (isStart || (event.kind() == EventKind.KEEP && seen.size() == 1)) {
        seen.add(new Seen(vm.inspect(), vm.why("plugin")));
      }
    });
    assertEquals(2, seen.size());
    return seen;
  }

  private static List<String> titles(Inspection inspection) {
    return inspection.stack().stream().map(Frame::title).toList();
  }

  @Test
  void framesAreToldApartByTheirKind() {
    Inspection seen = atTheCollection("handle").get(0).inspection();
    assertEquals(
        List.of(
            "frame 4 (C call, back to main+9)",
            "values of main (waiting at main+9)",
            "frame 3 (return to plugin+8)",
            "frame 2 (trap, handler at plugin+11)",
            "values of plugin (waiting at plugin+8)",
            "frame 1 (return to main+24)"),
        titles(seen));
    assertEquals("clo@plugin+13.1", seen.stack().get(3).words().get(2).value());
    assertEquals(seen.registers().depth(), seen.stack().stream().mapToInt(frame -> frame.words().size()).sum());
    assertEquals(1, seen.stack().get(5).words().get(2).index(), "the bottom");
  }

  @Test
  void theFrameOfAStubIsOfItsOwnKind() {
    Inspection seen = atTheCollection("stub").get(0).inspection();
    assertTrue(titles(seen).contains("frame 2 (keeps a closure, popped at stub+1)"), titles(seen).toString());
    Frame keeping = seen.stack().stream().filter(f -> f.kind() == Frame.Kind.KEEPING).findFirst().orElseThrow();
    assertEquals("clo@plugin+13.1", keeping.words().get(1).value());
    assertEquals("frame 2 (keeps a closure, popped at stub+1), kept", keeping.place(keeping.words().get(1)));
  }

  @Test
  void aRootOnTheStackSaysWhoseItIs() {
    String env = "frame 3 (return to plugin+8), env → clo@plugin+13.1 → field 2 → handle of plugin";
    for (Seen seen : atTheCollection("handle")) {
      assertEquals(env, seen.why().toString(), "before the collection, and in it");
    }
    assertEquals(
        "frame 3 (return to plugin+8), pc → handle of plugin", atTheCollection("scan").get(0).why().toString());
    assertEquals("policy keep", atTheCollection("keep").get(0).why().toString());
  }

  @Test
  void thePathOfTheTraceKeepsItsSpelling() {
    List<String> paths = new ArrayList<>();
    run("handle", (event, vm) -> {
      if (event.kind() == EventKind.KEEP) {
        paths.add(event.text("path"));
        assertEquals(event.get("path"), vm.why("plugin").path().orElseThrow().inTrace());
      }
    });
    assertEquals("[stack 10, clo@plugin+13.1.2]", paths.get(0));
  }

  @Test
  void theHeapTellsWhatIsLive() {
    Inspection seen = atTheCollection("handle").get(0).inspection();
    Map<String, Inspection.HeapBlock> blocks = new LinkedHashMap<>();
    seen.heap().forEach(block -> blocks.put(block.name(), block));
    assertTrue(blocks.get("clo@plugin+13.1").isLive() && blocks.get("clo@plugin+13.1").isYoung());
    assertEquals(List.of("plugin+2", "2", "handle of plugin"), blocks.get("clo@plugin+13.1").fields());
    assertEquals(List.of("clo@plugin+13.1"), blocks.get("blk@plugin+16.1").fields());
    assertTrue(!blocks.get("blk@plugin+16.1").isLive(), "cell 0 held it");
    assertEquals(List.of("plugin+0"), blocks.get("handle of plugin").fields());
    assertEquals(List.of(new Inspection.Held("cell 0", "0")), seen.cells());
    Inspection.Code plugin = seen.code().stream().filter(c -> c.unit().equals("plugin")).findFirst().orElseThrow();
    assertEquals(List.of(new Inspection.Held("module of plugin", "atom0")), plugin.slots());
  }

  @Test
  void everyEventOfARunCanBeLookedAt() {
    for (String policy : List.of("keep", "stub", "stub-local", "handle", "scan")) {
      int[] events = new int[1];
      run(policy, (event, vm) -> {
        events[0]++;
        assertTrue(vm.inspect().registers().depth() >= 0);
      });
      assertTrue(events[0] > 50, "the trace has " + events[0] + " events");
    }
  }
}
