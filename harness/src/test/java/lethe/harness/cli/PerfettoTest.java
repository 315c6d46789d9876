package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import lethe.harness.golden.LetheRoot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code trace --format chrome} writes has the structure that Perfetto reads (Trace Event Format). */
class PerfettoTest {
  @ParameterizedTest
  @CsvSource({
    "load/first, handle, steps", "load/first, keep, effects", "load/first, export, calls", "load/twice, keep, effects",
    "load/five-times, scan, effects",
    "exceptions/carries-closure, stub, calls", "running/tail-calls, stub, calls", "liveness/alarm, handle, steps"
  })
  void everyEventIsWellFormed(String id, String policy, String level) {
    Command trace = Command.in(
        LetheRoot.find(), "trace", id, "--policy", policy, "--level", level, "--format", "chrome");
    assertEquals(0, trace.exitCode(), trace.toString());
    List<JsonObject> events = events(trace.out());
    assertEquals(List.of("process_name", "thread_name", "thread_name"),
        events.subList(0, 3).stream().map(event -> event.get("name").getAsString()).toList());
    Set<String> open = new HashSet<>();
    Deque<String> slices = new ArrayDeque<>();
    for (JsonObject event : events) {
      String name = event.get("name").getAsString();
      assertTrue(event.get("ts").getAsLong() >= 0, event::toString);
      assertEquals(1, event.get("pid").getAsInt(), event::toString);
      assertTrue(List.of(1, 2).contains(event.get("tid").getAsInt()), event::toString);
      switch (event.get("ph").getAsString()) {
        case "M" -> assertTrue(event.getAsJsonObject("args").has("name"), event::toString);
        case "b" -> assertTrue(open.add(span(event)), event::toString);
        case "n" -> assertTrue(open.contains(span(event)), event::toString);
        case "e" -> assertTrue(open.remove(span(event)), event::toString);
        case "B" -> slices.push(name);
        case "E" -> assertEquals(slices.pop(), name, event::toString);
        case "C" -> assertTrue(event.getAsJsonObject("args").get("words").getAsLong() >= 0, event::toString);
        case "i" -> assertTrue(List.of("t", "p").contains(event.get("s").getAsString()), event::toString);
        default -> throw new AssertionError(event.toString());
      }
    }
    assertEquals(Set.of(), open, "every span of code has an end");
    assertTrue(slices.isEmpty(), "every call has an end: " + slices);
    assertTrue(events.stream().anyMatch(event -> event.get("ph").getAsString().equals("b")), "code is loaded");
  }

  private static String span(JsonObject event) {
    assertEquals("code", event.get("cat").getAsString());
    return event.get("id").getAsString();
  }

  private static List<JsonObject> events(String text) {
    return StreamSupport.stream(JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("traceEvents").spliterator(), false)
        .map(JsonElement::getAsJsonObject).toList();
  }
}
