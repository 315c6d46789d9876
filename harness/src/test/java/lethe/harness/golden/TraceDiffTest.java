package lethe.harness.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import org.junit.jupiter.api.Test;

class TraceDiffTest {
  private static final List<Event> APPROVED = List.of(
      Event.of(EventKind.CALL, "plugin+2", "main+9", 1, 7),
      Event.of(EventKind.STEP, "plugin+2", "ACC0", "42", 7),
      Event.of(EventKind.STEP, "plugin+3", "PUSHACC1", "42", 7),
      Event.of(EventKind.OUT, "a"),
      Event.of(EventKind.OUT, "b"));

  @Test
  void equalTracesHaveNoDifference() {
    assertEquals(Optional.empty(), TraceDiff.of(APPROVED, APPROVED));
  }

  @Test
  void aStepIsToldWithStateSourceAndSection() {
    List<String> summary = diff(2, APPROVED.get(2).with("accu", "43").with("depth", 8L))
        .summary(site -> Optional.of("load/first.case:31  PUSHACC1 at " + site));
    assertEquals(List.of(
        "first difference at line 3: step, accu 42 → 43, depth 7 → 8",
        "- {\"step\":\"plugin+3\",\"op\":\"PUSHACC1\",\"accu\":\"42\",\"depth\":7}",
        "+ {\"step\":\"plugin+3\",\"op\":\"PUSHACC1\",\"accu\":\"43\",\"depth\":8}",
        "state: plugin+3  PUSHACC1  accu 43  depth 8",
        "source: load/first.case:31  PUSHACC1 at plugin+3",
        "in: {\"call\":\"plugin+2\",\"from\":\"main+9\",\"args\":1,\"depth\":7} (line 1)"), summary);
  }

  @Test
  void whatComesAfterALoadIsNotSaidToBeInIt() {
    List<Event> loaded = List.of(
        Event.of(EventKind.LOAD, "plugin", 18, 0, 1), Event.of(EventKind.READY, "plugin"), Event.of(EventKind.OUT, "a"));
    List<Event> other = List.of(loaded.get(0), loaded.get(1), Event.of(EventKind.OUT, "b"));
    List<String> summary = TraceDiff.of(loaded, other).orElseThrow().summary(site -> Optional.empty());
    assertTrue(summary.stream().noneMatch(line -> line.startsWith("in: ")), summary.toString());
  }

  @Test
  void anotherKindOfEventIsToldByItsName() {
    assertTrue(diff(3, Event.of(EventKind.UNLOAD, "plugin")).summary(site -> Optional.empty()).get(0)
        .endsWith("line 4: out → unload"));
  }

  @Test
  void aTraceThatEndsEarlierOrLaterIsToldSo() {
    assertTrue(TraceDiff.of(APPROVED, APPROVED.subList(0, 3)).orElseThrow().summary(site -> Optional.empty()).get(0)
        .endsWith("2 events are missing"));
    assertTrue(TraceDiff.of(APPROVED.subList(0, 3), APPROVED).orElseThrow().summary(site -> Optional.empty()).get(0)
        .endsWith("2 more events"));
  }

  @Test
  void theContextIsEightLines() {
    List<Event> longer = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      longer.add(Event.of(EventKind.OUT, "line " + i));
    }
    List<Event> other = new ArrayList<>(longer);
    other.set(10, Event.of(EventKind.OUT, "other"));
    List<String> context = TraceDiff.of(longer, other).orElseThrow().context();
    assertEquals(8, context.size());
    assertEquals("  {\"out\":\"line 6\"}", context.get(0));
    assertEquals("- {\"out\":\"line 10\"}", context.get(4));
    assertEquals("+ {\"out\":\"other\"}", context.get(5));
  }

  private static TraceDiff diff(int at, Event event) {
    List<Event> received = new ArrayList<>(APPROVED);
    received.set(at, event);
    return TraceDiff.of(APPROVED, received).orElseThrow();
  }
}
