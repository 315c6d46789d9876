package lethe.vm.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ChromeTraceTest {
  private static final Event LETHE = Event.of(EventKind.LETHE, EventKind.VERSION, "load/first", "stub", "calls", "it");
  private static final Event END = Event.of(EventKind.END, "result 42", 9, 0, 0, 0, 1, 7);

  private static List<JsonObject> written(Event... events) {
    StringWriter text = new StringWriter();
    try (ChromeTrace trace = new ChromeTrace(text)) {
      trace.accept(LETHE);
      List.of(events).forEach(trace::accept);
      trace.accept(END);
    }
    JsonObject file = JsonParser.parseString(text.toString()).getAsJsonObject();
    return StreamSupport.stream(file.getAsJsonArray("traceEvents").spliterator(), false)
        .map(JsonElement::getAsJsonObject).toList();
  }

  /** Phase, name and time of the entries of some phases: {@code b plugin 1}. */
  private static List<String> brief(List<JsonObject> entries, String phases) {
    return entries.stream().filter(entry -> phases.contains(entry.get("ph").getAsString()))
        .map(entry -> entry.get("ph").getAsString() + " " + entry.get("name").getAsString() + " " + entry.get("ts").getAsLong())
        .toList();
  }

  private static Event call(String site, int args, int depth) {
    return Event.of(EventKind.CALL, site, "main+1", args, depth);
  }

  @Test
  void codeIsASpanFromItsLoadToItsFreeOrToTheEnd() {
    List<JsonObject> entries = written(
        Event.of(EventKind.LOAD, "plugin", 18, 0, 1),
        Event.of(EventKind.LOAD, "plugin#2", 18, 0, 1),
        Event.of(EventKind.GC, "full", "program"),
        Event.of(EventKind.KEEP, "plugin#2", List.of("cell 0", "clo@plugin#2+7.1.2")),
        Event.of(EventKind.FREE, "plugin", "unreachable", 18, 1),
        Event.of(EventKind.SWEPT, "full", 3, 8));
    assertEquals(List.of("b plugin 1", "b plugin#2 2", "n plugin#2 4", "e plugin 5", "e plugin#2 7"), brief(entries, "ben"));
    assertEquals(List.of("i full collection 3", "i end result 42 7"), brief(entries, "i"));
    JsonObject collection = entries.stream().filter(entry -> entry.get("ph").getAsString().equals("i")).findFirst().orElseThrow();
    assertEquals("{\"cause\":\"program\",\"promoted\":3,\"freed\":8}", collection.get("args").toString());
  }

  @Test
  void aCallIsASliceUntilItReturns() {
    List<JsonObject> entries = written(
        call("main+9", 1, 5), call("plugin+2", 2, 10),
        Event.of(EventKind.RETURN, "main+12", "42", 4), Event.of(EventKind.RETURN, "main+3", "42", 1));
    assertEquals(List.of("B main+9 1", "B plugin+2 2", "E plugin+2 3", "E main+9 4"), brief(entries, "BE"));
    assertEquals(List.of("C stack words 1", "C stack words 2", "C stack words 3", "C stack words 4"), brief(entries, "C"));
  }

  @Test
  void aTailCallTakesThePlaceOfItsCaller() {
    List<JsonObject> entries = written(call("plugin+2", 1, 5), call("plugin+9", 2, 6), Event.of(EventKind.RETURN, "main+3", "42", 1));
    assertEquals(List.of("B plugin+2 1", "E plugin+2 2", "B plugin+9 2", "E plugin+9 3"), brief(entries, "BE"));
  }

  @Test
  void anExceptionEndsTheCallsThatItPasses() {
    List<JsonObject> entries = written(
        call("main+9", 1, 5), call("plugin+2", 1, 12),
        Event.of(EventKind.RAISE, "plugin+4", "main+20", "obj@Not_found.1", 12),
        Event.of(EventKind.STEP, "main+20", "ACC0", "obj@Not_found.1", 5));
    assertEquals(List.of("B main+9 1", "B plugin+2 2", "E plugin+2 4", "E main+9 5"), brief(entries, "BE"));
  }

  @Test
  void aFaultInsideACollectionStillShowsIt() {
    List<JsonObject> entries = written(Event.of(EventKind.GC, "full", "program"), Event.of(EventKind.FAULT, "memory", "main", "broken"));
    assertTrue(brief(entries, "i").containsAll(List.of("i full collection 1", "i fault memory 2")), entries.toString());
  }
}
