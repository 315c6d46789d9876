package lethe.vm.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceTest {
  private static final String FIRST =
      "{\"lethe\":1,\"case\":\"a/b\",\"policy\":\"stub\",\"level\":\"calls\",\"shows\":\"one\"}\n";
  private static final String LAST =
      "{\"end\":\"result 42\",\"steps\":3,\"allocs\":0,\"words\":0,\"minor\":0,\"full\":1,\"depth\":9}\n";

  @Test
  void anEventIsOneLineWithItsNameFirst() {
    Event call = Event.of(EventKind.CALL, "plugin+2", "main+9", 1, 7);
    assertEquals("{\"call\":\"plugin+2\",\"from\":\"main+9\",\"args\":1,\"depth\":7}", call.toString());
    Event fromHost = Event.of(EventKind.CALL, "plugin+2", null, 1, 7);
    assertEquals("{\"call\":\"plugin+2\",\"args\":1,\"depth\":7}", fromHost.toString());
    assertEquals(call, TraceReader.parse("t:1", call.toString()));
  }

  @Test
  void optionalFieldsAtTheEndMayBeLeftOutAndOthersMayNot() {
    assertEquals("{\"final\":\"plugin\"}", Event.of(EventKind.FINAL, "plugin").toString());
    assertThrows(IllegalArgumentException.class, () -> Event.of(EventKind.LOAD, "plugin"));
    assertThrows(IllegalArgumentException.class, () -> Event.of(EventKind.RUN, 7));
    assertThrows(IllegalArgumentException.class, () -> Event.of(EventKind.RUN, "plugin", 1));
  }

  @Test
  void everyTextComesBack() {
    StringBuilder all = new StringBuilder();
    for (char c = 0; c < 0x180; c++) {
      all.append(c);
    }
    all.append("\u2028 \ud83d\ude00");
    Event out = Event.of(EventKind.OUT, all.toString());
    String line = out.toString();
    assertEquals(line, new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    assertEquals(out, TraceReader.parse("t:1", line));
    assertTrue(line.lines().count() == 1, line);
    assertEquals("{\"out\":\"\ufffd \ufffd\ufffd\"}", Event.of(EventKind.OUT, "\ud800 \udc00\ud800").toString());
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
    "{'jump':'a+1'} | the name of an event, found jump",
    "{} | the name of an event",
    "[] | one JSON object",
    "{'run':'a'} x | an event",
    "{'run':'a'}{ | an event",
    "{'run': 'a'} | the spelling {'run':'a'}",
    "{'run':7} | unit in field run, found NUMBER",
    "{'run':'a b'} | unit in field run, found a b",
    "{'load':'a','ints':'1','literals':0,'globals':0} | a number in field ints, found STRING",
    "{'load':'a','ints':1.5,'literals':0,'globals':0} | a whole number in field ints, found 1.5",
    "{'load':'a','literals':0,'ints':1,'globals':0} | field ints of event load, found literals",
    "{'load':'a','ints':1,'literals':0} | field globals of event load, found the end of the event",
    "{'load':'a','ints':1,'literals':0,'globals':0,'x':1} | the end of event load, found x",
    "{'load':'a','ints':1,'ints':1,'literals':0,'globals':0} | field literals of event load, found ints",
    "{'gc':'half','cause':'asked'} | minor or full in field gc, found half",
    "{'prim':'p','args':'1'} | a list in field args, found STRING",
    "{'prim':'p','args':['x y']} | values in field args, found x y",
  })
  void aWrongLineIsNamed(String line, String message) {
    String json = line.replace('\'', '"');
    InputError error = assertThrows(InputError.class, () -> TraceReader.parse("t.jsonl:3", json));
    assertTrue(error.getMessage().startsWith("t.jsonl:3: expected "), error.getMessage());
    assertTrue(error.getMessage().contains(message.replace('\'', '"')), error.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "42", "-1", "clo@plugin+14.2", "clo@plugin#2+14.2/3", "lit@plugin.1", "str@main+3.1'text'", "str@host.1",
    "plugin+14", "freed plugin+14", "atom0", "handle of plugin#2"
  })
  void valuesAreSpelledLikeThis(String value) {
    Event done = Event.of(EventKind.DONE, "p", value);
    assertEquals(done, TraceReader.parse("t:1", done.toString()));
  }

  @Test
  void aWholeTraceHasItsFirstAndLastLineAndItsLevel() throws IOException {
    String call = "{\"call\":\"a+2\",\"args\":1,\"depth\":7}\n";
    String step = "{\"step\":\"a+2\",\"op\":\"ACC0\",\"accu\":\"1\",\"depth\":7}\n";
    assertEquals(3, read(FIRST + call + LAST).size());
    assertMessage("event end on the last line", FIRST + call);
    assertMessage("event lethe on the first line", call + LAST);
    assertMessage("event lethe only there", FIRST + FIRST + LAST);
    assertMessage("events of level calls, found step", FIRST + step + LAST);
    assertMessage("nothing behind event end", FIRST + LAST + call);
    assertMessage("format version 1, found 2", FIRST.replace(":1", ":2") + LAST);
  }

  @Test
  void theWriterStreamsWhatTheReaderReads() throws IOException {
    StringWriter text = new StringWriter();
    List<Event> events = read(FIRST + "{\"out\":\"\u00e9\"}\n".repeat(5000) + LAST);
    try (TraceWriter writer = new TraceWriter(text)) {
      events.forEach(writer::accept);
    }
    assertEquals(events, read(text.toString()));
  }

  @Test
  void theWholeDigestIsThatOfTheFileAndChunksFindTheFirstDifference() throws Exception {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      events.add(Event.of(EventKind.OUT, "line " + i));
    }
    TraceDigest.Digests one = digest(events);
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (Event event : events) {
      sha.update((event + "\n").getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(HexFormat.of().formatHex(sha.digest()), one.whole());
    assertEquals(3, one.chunks().size());
    assertEquals(-1, one.firstDifference(digest(events)));
    events.set(1500, Event.of(EventKind.OUT, "other"));
    assertEquals(1024, one.firstDifference(digest(events)));
    assertEquals(2048, one.firstDifference(digest(events.subList(0, 2000)).chunks().size() == 2
        ? new TraceDigest.Digests("", one.chunks().subList(0, 2)) : one));
  }

  @Test
  void aWindowKeepsItsUnitsAndWhatIsAboutNone() {
    List<Event> kept = new ArrayList<>();
    Window window = new Window(Set.of("plugin"), kept::add);
    window.accept(Event.of(EventKind.CALL, "main+2", "plugin#2+9", 1, 7));
    window.accept(Event.of(EventKind.RUN, "main"));
    window.accept(Event.of(EventKind.OUT, "text"));
    window.accept(Event.of(EventKind.RETURN, "host", "clo@plugin+1.1", 7));
    assertEquals(List.of("CALL", "OUT", "RETURN"), kept.stream().map(e -> e.kind().name()).toList());
  }

  @Test
  void namesTellBirthAndText() {
    assertEquals("clo@plugin+14.2/3", Names.infix(Names.birth(247, Names.site("plugin", 14), 2), 3));
    assertEquals("lit@main.1'plugin'", Names.withText(Names.literal("main", 1), "plugin"));
    assertEquals("lit@main.1", Names.withText(Names.literal("main", 1), "it's"));
    assertEquals("plugin", Names.unitOf("plugin#2+14"));
  }

  private static TraceDigest.Digests digest(List<Event> events) {
    TraceDigest digest = new TraceDigest();
    events.forEach(digest::accept);
    return digest.finish();
  }

  private static List<Event> read(String text) throws IOException {
    List<Event> events = new ArrayList<>();
    TraceReader.read("t.jsonl", new BufferedReader(new StringReader(text)), events::add);
    return events;
  }

  private static void assertMessage(String part, String text) {
    InputError error = assertThrows(InputError.class, () -> read(text));
    assertTrue(error.getMessage().contains(part), error.getMessage());
  }
}
