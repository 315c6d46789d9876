package lethe.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.asm.Assembler;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.ObjectFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives, loads that fail, loads again and again: what stays behind. */
class ArchiveTest {
  /** Answers through named values, which a later unit may take over; the third raises. */
  private static final String MEMBERS =
      """
      unit first
        BRANCH init
      one:
        CONST1
        RETURN 1
      init:
        CLOSURE 0 one
        PUSHGETGLOBAL "first"
        C_CALL2 caml_register_named_value
        CLOSURE 0 one
        MAKEBLOCK1 0
        SETGLOBAL First
      unit second
        BRANCH init
      two:
        CONST0
        PUSHGETGLOBAL First
        GETFIELD0
        APPLY1
        OFFSETINT 1
        RETURN 1
      init:
        CLOSURE 0 two
        PUSHGETGLOBAL "second"
        C_CALL2 caml_register_named_value
        ATOM0
        SETGLOBAL Second
      unit third
        ATOM0
        SETGLOBAL Third
        GETGLOBAL Not_found
        RAISE
      unit fourth
        GETGLOBAL "ran"
        PUSHGETGLOBAL "fourth"
        C_CALL2 caml_register_named_value
        ATOM0
        SETGLOBAL Fourth
      """;

  private static List<CompilationUnit> units(String text) {
    return Assembler.assemble("text", text).stream().map(AssembledUnit::unit).toList();
  }

  private static Vm vm(String policy) {
    return Vm.create(VmOptions.defaults().withPolicy(policy));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stub", "handle"})
  void membersSeeThoseBeforeThem(String policy) {
    try (Vm vm = vm(policy)) {
      List<LoadedUnit> units = vm.loadArchive(units(MEMBERS).subList(0, 2));
      units.forEach(LoadedUnit::close);
      vm.collect();
      assertEquals(List.of("First", "Second"), vm.liveUnits(), "kept by their names");
      try (VmValue second = vm.named("second").orElseThrow()) {
        assertEquals(2, vm.call(second, vm.ofLong(0)).asLong());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stub", "handle"})
  void aMemberThatRaisesLeavesThoseBeforeItAndStopsThoseBehind(String policy) {
    try (Vm vm = vm(policy)) {
      int slots = vm.globalSlots();
      assertThrows(UncaughtException.class, () -> vm.loadArchive(units(MEMBERS)));
      vm.collect();
      assertEquals(List.of("First", "Second"), vm.liveUnits());
      assertEquals(0, vm.openValues());
      assertEquals(true, vm.named("fourth").isEmpty(), "it never ran");
      // Each of the two has its module and the text of its name; the second names the first's.
      assertEquals(slots + 4, vm.globalSlots());
      assertEquals(2, vm.call(vm.named("second").orElseThrow(), vm.ofLong(0)).asLong());
    }
  }

  @Test
  void anArchiveWithAMalformedMemberRunsNothing() {
    try (Vm vm = vm("handle")) {
      List<CompilationUnit> members = units(MEMBERS);
      assertThrows(InputError.class, () -> vm.loadArchive(List.of(members.get(3), members.get(1))));
      assertEquals(true, vm.named("fourth").isEmpty(), "nothing ran");
      assertEquals(List.of(), vm.liveUnits());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stub", "handle"})
  void aThousandFailuresAndRetriesLeaveNothing(String policy) {
    try (Vm vm = vm(policy)) {
      failAThousandTimes(vm);
      int blocks = vm.codeBlocks();
      int slots = vm.globalSlots();
      long words = vm.liveWords();
      failAThousandTimes(vm);
      assertEquals(blocks, vm.codeBlocks());
      assertEquals(slots, vm.globalSlots());
      assertEquals(words, vm.liveWords());
    }
  }

  /** The first round makes tables as large as they get. */
  private static void failAThousandTimes(Vm vm) {
    CompilationUnit third = units(MEMBERS).get(2);
    for (int i = 0; i < 1000; i++) {
      assertThrows(UncaughtException.class, () -> vm.load("third", third));
    }
    vm.collect();
  }

  @Test
  void aFileCutAnywhereChangesNothingAndTheWholeOneLoads() {
    try (Vm vm = vm("handle")) {
      byte[] whole = ObjectFile.write(units(MEMBERS).get(0));
      int blocks = vm.codeBlocks();
      int slots = vm.globalSlots();
      for (int length = 0; length < whole.length; length++) {
        byte[] cut = Arrays.copyOf(whole, length);
        assertThrows(InputError.class, () -> vm.load("first", ObjectFile.read("first.cmo", cut).get(0)));
      }
      assertEquals(blocks, vm.codeBlocks());
      assertEquals(slots, vm.globalSlots());
      assertEquals("first", vm.load("first", ObjectFile.read("first.cmo", whole).get(0)).name());
    }
  }
}
