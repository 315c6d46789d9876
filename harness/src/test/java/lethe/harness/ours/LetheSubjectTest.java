package lethe.harness.ours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Cases;
import lethe.harness.subject.Recording;
import lethe.vm.trace.Event;
import lethe.vm.trace.Level;
import lethe.vm.trace.TraceReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our machine behind the seam: one case that loads a function, calls it, drops it and asks for a collection. */
class LetheSubjectTest {
  private static final Case LOADS = Cases.parse(Cases.SMALL.replaceAll("(?s)unit plugin.*", "") + """
      unit plugin
        BRANCH start
      double:
        ACC0
        PUSHACC1
        ADDINT
        RETURN 1
      start:
        CLOSURE 0 double
        PUSHCONST0
        C_CALL2 lethe_set
        ATOM0
        SETGLOBAL Plugin
      unit main
        GETGLOBAL "plugin"
        C_CALL1 lethe_load
        CONSTINT 21
        PUSH
        CONST0
        C_CALL1 lethe_get
        APPLY1
        PUSH
        CONST0
        PUSHCONST0
        C_CALL2 lethe_set
        CONST0
        C_CALL1 caml_gc_full_major
        ACC0
        POP 1
      """);

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "keep | result 42, kept plugin",
    "stub | result 42, freed plugin at gc 1",
    "handle | result 42, freed plugin at gc 1",
  })
  void aLoadedFunctionIsCalledAndItsCodeEndsAsThePolicySays(String policy, String outcome) {
    Recording recording = Recording.of(new LetheSubject(), LOADS, policy, Level.EFFECTS, "none");
    assertEquals(outcome, recording.run().outcome().toString());
    assertEquals(List.of(), recording.run().wronglyFreed());
    assertEquals(policy.equals("keep") ? List.of("plugin") : List.of(), recording.run().wronglyKept());
  }

  @ParameterizedTest
  @CsvSource({"keep", "stub", "handle"})
  void everyTraceIsOneThatTheReaderAccepts(String policy) throws IOException {
    for (Level level : Level.values()) {
      List<Event> events = Recording.of(new LetheSubject(), LOADS, policy, level, "all").events();
      String text = events.stream().map(event -> event + "\n").collect(Collectors.joining());
      List<Event> read = new ArrayList<>();
      TraceReader.read(policy + "." + level, new BufferedReader(new StringReader(text)), read::add);
      assertEquals(events, read);
    }
  }

  @Test
  void freeingReachableCodeIsSeenByTheWitness() {
    Case unloads = Cases.parse(LOADS_AND_UNLOADS);
    Recording recording = Recording.of(new LetheSubject(), unloads, "force", Level.EFFECTS, "none");
    assertTrue(recording.run().outcome().unsound(), recording.run().toString());
    assertEquals("fault freed code plugin", recording.run().outcome().result());
  }

  private static final String LOADS_AND_UNLOADS = Cases.SMALL.replaceAll("(?s)unit plugin.*", "") + """
      unit plugin
        BRANCH start
      identity:
        ACC0
        RETURN 1
      start:
        CLOSURE 0 identity
        PUSHCONST0
        C_CALL2 lethe_set
      unit main
        GETGLOBAL "plugin"
        C_CALL1 lethe_load
        GETGLOBAL "plugin"
        C_CALL1 lethe_unload
        CONST1
        PUSH
        CONST0
        C_CALL1 lethe_get
        APPLY1
      """;
}
