package lethe.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import lethe.vm.asm.Assembler;
import lethe.vm.fault.Fault;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.ObjectFile;
import lethe.vm.inspect.Why;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application sees that hosts plugins. */
class EmbeddingTest {
  /** Exports {@code twice : int -> int} and {@code adder : int -> int -> int}. */
  private static final String PLUGIN =
      """
      unit plugin
        BRANCH init
      twice:
        ACC0
        PUSHACC1
        ADDINT
        RETURN 1
        RESTART
      adder:
        GRAB 1
        ACC1
        PUSHACC1
        ADDINT
        RETURN 2
      init:
        CLOSURE 0 adder
        PUSH
        CLOSURE 0 twice
        MAKEBLOCK2 0
        SETGLOBAL Plugin
      """;

  private static CompilationUnit plugin() {
    return Assembler.assemble("plugin", PLUGIN).get(0).unit();
  }

  private static Vm vm(String policy) {
    return Vm.create(VmOptions.defaults().withPolicy(policy));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stub", "stub-env", "stub-local", "handle", "scan"})
  void aPluginIsLoadedCalledDroppedAndFreed(String policy) {
    try (Vm vm = vm(policy)) {
      LoadedUnit unit = vm.load("plugin", plugin());
      VmValue twice = unit.field(0);
      assertEquals(42, vm.call(twice, vm.ofLong(21)).asLong());
      unit.close();
      vm.collect();
      assertEquals(List.of("plugin"), vm.liveUnits(), "a function of it is still held");
      assertTrue(vm.why("plugin").toString().matches("host value → clo .*→ handle of plugin"), vm.why("plugin").toString());
      twice.close();
      vm.collect();
      assertEquals(List.of(), vm.liveUnits());
      assertTrue(unit.isFreed());
      assertEquals(Why.Reason.ABSENT, vm.why("plugin").reason());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stub", "stub-env", "stub-local", "handle", "scan"})
  void aPartialApplicationKeepsIt(String policy) {
    try (Vm vm = vm(policy)) {
      LoadedUnit unit = vm.load("plugin", plugin());
      VmValue adder = unit.field(1);
      VmValue addTwo = vm.call(adder, vm.ofLong(2));
      unit.close();
      adder.close();
      vm.collect();
      assertEquals(44, vm.call(addTwo, vm.ofLong(42)).asLong());
      addTwo.close();
      vm.collect();
      assertTrue(unit.isFreed());
    }
  }

  @Test
  void keepNeverFrees() {
    try (Vm vm = vm("keep")) {
      LoadedUnit unit = vm.load("plugin", plugin());
      unit.close();
      vm.collect();
      assertFalse(unit.isFreed());
      assertEquals("policy keep", vm.why("plugin").toString());
    }
  }

  @Test
  void forceFreesOnRequestAndTheUseIsCaught() {
    try (Vm vm = vm("force")) {
      LoadedUnit unit = vm.load("plugin", plugin());
      VmValue twice = unit.field(0);
      assertTrue(unit.forceUnload());
      Fault fault = assertThrows(Fault.class, () -> vm.call(twice, vm.ofLong(1)));
      assertEquals(Fault.Kind.FREED_CODE, fault.kind());
      assertEquals("plugin", fault.unit());
      assertFalse(unit.forceUnload(), "it is gone");
    }
    try (Vm vm = vm("handle")) {
      assertFalse(vm.load("plugin", plugin()).forceUnload(), "only force obeys");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stub", "stub-env", "stub-local", "handle"})
  void theTraceShowsTheWholeLife(String policy) {
    List<Event> events = new ArrayList<>();
    VmOptions traced = VmOptions.defaults().withPolicy(policy).withTrace(Level.EFFECTS, Set.of(), events::add);
    try (Vm vm = Vm.create(traced)) {
      LoadedUnit unit = vm.load("plugin", plugin());
      VmValue twice = unit.field(0);
      unit.close();
      vm.collect();
      twice.close();
      vm.collect();
    }
    List<EventKind> life =
        events.stream()
            .map(Event::kind)
            .filter(Set.of(EventKind.LOAD, EventKind.REWRITE, EventKind.RUN, EventKind.KEEP, EventKind.FREE)::contains)
            .distinct()
            .toList();
    assertEquals(List.of(EventKind.LOAD, EventKind.REWRITE, EventKind.RUN, EventKind.KEEP, EventKind.FREE), life);
    Event keep = events.stream().filter(e -> e.kind() == EventKind.KEEP).findFirst().orElseThrow();
    assertTrue(keep.text("path").startsWith("[host value, clo@plugin+"), keep.text("path"));
  }

  @Test
  void theSinkOfATraceMayLook() {
    List<String> seen = new ArrayList<>();
    Vm[] looked = new Vm[1];
    VmOptions traced = VmOptions.defaults().withPolicy("handle").withTrace(Level.EFFECTS, Set.of(), event -> {
      if (event.kind() == EventKind.SET || event.kind() == EventKind.FREE) {
        seen.add(event.kind() + " " + looked[0].why("plugin"));
        assertFalse(looked[0].inspect().code().isEmpty());
        assertThrows(IllegalStateException.class, looked[0]::collect, "looking is all it may do");
      }
    });
    try (Vm vm = Vm.create(traced)) {
      looked[0] = vm;
      LoadedUnit unit = vm.load("plugin", plugin());
      assertEquals(
          "unit plugin → blk@plugin+22.1 → field 0 → clo@plugin+19.1 → field 2 → handle of plugin",
          vm.why("plugin").toString());
      unit.close();
      assertEquals(Why.Reason.UNREACHABLE, vm.why("plugin").reason());
      vm.collect();
      assertEquals(List.of("SET env → clo@host.1 → field 2 → handle of plugin", "FREE not in memory"), seen);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stub", "stub-env", "stub-local", "handle", "scan"})
  void tenThousandLivesLeaveNothingBehind(String policy) {
    try (Vm vm = vm(policy)) {
      CompilationUnit unit = plugin();
      long words = 0;
      int blocks = 0;
      int slots = 0;
      for (int i = 1; i <= 10_000; i++) {
        LoadedUnit loaded = vm.load("plugin", unit);
        try (VmValue twice = loaded.field(0);
            VmValue result = vm.call(twice, vm.ofLong(i))) {
          assertEquals(2L * i, result.asLong());
        }
        loaded.close();
        if (i % 100 == 0) {
          vm.collect();
        }
        if (i == 100) {
          words = vm.liveWords();
          blocks = vm.codeBlocks();
          slots = vm.globalSlots();
        }
      }
      assertEquals(words, vm.liveWords());
      assertEquals(blocks, vm.codeBlocks());
      assertEquals(slots, vm.globalSlots());
    }
  }

  @Test
  void aForgottenValueIsCountedAndNamed() {
    try (Vm vm = vm("handle")) {
      LoadedUnit unit = vm.load("plugin", plugin());
      int before = vm.openValues();
      VmValue forgotten = unit.field(0);
      unit.close();
      vm.collect();
      assertEquals(before, vm.openValues(), "one more for the field, one less for the module");
      assertEquals("host value", vm.why("plugin").path().orElseThrow().root().place());
      assertEquals("<fun>", forgotten.toString());
    }
  }

  @Test
  void twoMachinesDoNotSeeEachOther() {
    try (Vm a = vm("handle");
        Vm b = vm("handle")) {
      LoadedUnit inA = a.load("plugin", plugin());
      assertEquals(List.of(), b.liveUnits());
      LoadedUnit inB = b.load("plugin", plugin());
      inA.close();
      a.collect();
      assertTrue(inA.isFreed());
      assertEquals(10, b.call(inB.field(0), b.ofLong(5)).asLong());
      assertThrows(IllegalArgumentException.class, () -> a.call(inB.field(0), a.ofLong(1)), "a value of another machine");
    }
  }

  @Test
  void oneThreadAtATime() throws InterruptedException {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    VmOptions traced =
        VmOptions.defaults()
            .withPolicy("handle")
            .withTrace(
                Level.EFFECTS,
                Set.of(),
                e -> {
                  inside.countDown();
                  awaitQuietly(release);
                });
    try (Vm vm = Vm.create(traced)) {
      CompletableFuture<Void> other = CompletableFuture.runAsync(() -> vm.load("plugin", plugin()));
      inside.await();
      IllegalStateException refused = assertThrows(IllegalStateException.class, vm::collect);
      assertTrue(refused.getMessage().contains("one thread at a time"), refused.getMessage());
      release.countDown();
      other.join();
      vm.collect();
      assertEquals(List.of("plugin"), vm.liveUnits(), "and any thread may go on");
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aUnitThatNamesWhatIsNotThereChangesNothing() {
    try (Vm vm = vm("handle")) {
      CompilationUnit lost = Assembler.assemble("lost", "unit lost\n  GETGLOBAL Nowhere\n  SETGLOBAL Lost\n").get(0).unit();
      int slots = vm.globalSlots();
      InputError error = assertThrows(InputError.class, () -> vm.load("lost", lost));
      assertEquals("lost+1: expected a global that is linked, found Nowhere", error.getMessage());
      assertEquals(slots, vm.globalSlots());
      assertEquals(List.of(), vm.liveUnits());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"keep", "stub", "stub-env", "stub-local", "handle", "scan"})
  void aPluginOfTheRealCompiler(String policy, @TempDir Path folder) throws Exception {
    OcamlInstalled.require("a plugin compiled by ocamlc, through the embedding API");
    Files.writeString(
        folder.resolve("counter.ml"),
        """
        let count = ref 0
        let next step = count := !count + step; !count
        let compose f g x = f (g x)
        let rec even n = n = 0 || odd (n - 1) and odd n = n <> 0 && even (n - 1)
        """);
    OcamlInstalled.run(folder, "ocamlc", "-c", "counter.ml");
    CompilationUnit unit = ObjectFile.read("counter.cmo", Files.readAllBytes(folder.resolve("counter.cmo"))).get(0);
    try (Vm vm = vm(policy)) {
      LoadedUnit counter = vm.load("counter", unit);
      VmValue next = counter.field(1);
      vm.call(next, vm.ofLong(40));
      assertEquals(42, vm.call(next, vm.ofLong(2)).asLong());
      VmValue compose = counter.field(2);
      VmValue even = counter.field(3);
      assertEquals(1, vm.call(even, vm.ofLong(10)).asLong());
      assertEquals(86, vm.call(compose, next, next, vm.ofLong(1)).asLong(), "43, and 43 more");
      counter.close();
      next.close();
      compose.close();
      vm.collect();
      assertFalse(counter.isFreed(), "even is held");
      even.close();
      vm.collect();
      assertEquals(!policy.equals("keep"), counter.isFreed());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stub", "stub-env", "stub-local", "handle", "scan"})
  void aPublicUnitStaysUntilItsNameIsForgotten(String policy) {
    CompilationUnit user = Assembler.assemble("user", """
        unit user
          GETGLOBALFIELD Plugin 0
          PUSHCONSTINT 21
          PUSHACC1
          APPLY1
          SETGLOBAL User
          POP 1
        """).get(0).unit();
    try (Vm vm = vm(policy)) {
      assertThrows(InputError.class, () -> vm.load("user", user), "Plugin is not there yet");
      LoadedUnit unit = vm.loadPublic("plugin", plugin());
      unit.close();
      vm.collect();
      assertEquals("global Plugin", vm.why("plugin").path().orElseThrow().root().place());
      assertThrows(InputError.class, () -> vm.loadPublic("plugin", plugin()), "one instance at a time has the name");
      try (LoadedUnit linked = vm.load("user", user)) {
        assertEquals(42, linked.module().asLong());
      }
      unit.forget();
      unit.forget();
      vm.collect();
      assertEquals(List.of(), vm.liveUnits());
      assertThrows(InputError.class, () -> vm.load("user", user), "the name is gone");
      vm.loadPublic("plugin", plugin()).close();
    }
  }

  @Test
  void theModuleOfAUnitOutlivesCodeThatIsFreedWhenFinished() {
    CompilationUnit data = Assembler.assemble("data", """
        unit data
          CONSTINT 42
          MAKEBLOCK1 0
          SETGLOBAL Data
        """).get(0).unit();
    try (Vm vm = vm("release"); LoadedUnit unit = vm.load("data", data)) {
      assertTrue(unit.isFreed());
      assertEquals(42, unit.field(0).asLong());
    }
  }
}
