package lethe.vm.trace;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import lethe.vm.fault.InputError;

/** Reads a trace and accepts nothing but what {@link EventKind} says. Errors name file and line. */
public final class TraceReader {
  private TraceReader() {}

  /** All events of a trace file. */
  public static List<Event> readAll(Path file) {
    List<Event> events = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      read(file.toString(), reader, events::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return events;
  }

  /** Hands each event of a whole trace to the sink; checks what holds between lines too. */
  public static void read(String where, BufferedReader reader, EventSink sink) throws IOException {
    Level level = null;
    Event last = null;
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      String at = where + ":" + number;
      Event event = parse(at, line);
      if ((number == 1) != (event.kind() == EventKind.LETHE)) {
        throw new InputError(at, number == 1 ? "event lethe on the first line" : "event lethe only there", line);
      }
      if (number == 1) {
        if (event.number("lethe") != EventKind.VERSION) {
          throw new InputError(at, "format version " + EventKind.VERSION, event.text("lethe"));
        }
        level = Level.named(at, event.text("level"));
      }
      if (!level.includes(event.kind().level())) {
        throw new InputError(at, "events of level " + level, event.kind().wireName());
      }
      if (last != null && last.kind() == EventKind.END) {
        throw new InputError(at, "nothing behind event end", line);
      }
      sink.accept(event);
      last = event;
    }
    if (last == null || last.kind() != EventKind.END) {
      throw new InputError(where + ":" + (number + 1), "event end on the last line", "the end of the file");
    }
  }

  /**
   * The event of one line.
   *
   * @param where file and line, for messages
   */
  public static Event parse(String where, String line) {
    Event event;
    try (JsonReader json = new JsonReader(new StringReader(line))) {
      json.setStrictness(Strictness.STRICT);
      event = object(where, json);
    } catch (IOException | IllegalStateException e) {
      throw new InputError(where, "an event, one JSON object", line);
    }
    if (!event.toString().equals(line)) {
      throw new InputError(where, "the spelling " + event, line);
    }
    return event;
  }

  private static Event object(String where, JsonReader json) throws IOException {
    json.beginObject();
    String name = json.peek() == JsonToken.NAME ? json.nextName() : "{}";
    EventKind kind = EventKind.named(name);
    if (kind == null) {
      throw new InputError(where, "the name of an event", name);
    }
    Object[] values = new Object[kind.fields().size()];
    values[0] = value(where, kind.fields().get(0), json);
    int next = 1;
    while (json.hasNext()) {
      String key = json.nextName();
      int index = kind.indexOf(key);
      next = skipOptional(where, kind, next, index, key);
      values[index] = value(where, kind.fields().get(index), json);
      next = index + 1;
    }
    skipOptional(where, kind, next, values.length, "the end of the event");
    json.endObject();
    if (json.peek() != JsonToken.END_DOCUMENT) {
      throw new InputError(where, "one event a line", "more");
    }
    return new Event(kind, Collections.unmodifiableList(Arrays.asList(values)));
  }

  private static int skipOptional(String where, EventKind kind, int from, int to, String found) {
    int next = from;
    while (next < to && kind.fields().get(next).optional()) {
      next++;
    }
    if (next != to) {
      String wanted = next < kind.fields().size() ? "field " + kind.fields().get(next).name() : "the end";
      throw new InputError(where, wanted + " of event " + kind.wireName(), found);
    }
    return next;
  }

  private static Object value(String where, Field field, JsonReader json) throws IOException {
    if (field.type() == FieldType.NUMBER) {
      return number(where, field, json);
    }
    if (!field.type().isList()) {
      return string(where, field, json);
    }
    if (json.peek() != JsonToken.BEGIN_ARRAY) {
      throw new InputError(where, "a list in field " + field.name(), json.peek().toString());
    }
    List<String> items = new ArrayList<>();
    json.beginArray();
    while (json.hasNext()) {
      items.add(string(where, field, json));
    }
    json.endArray();
    return Collections.unmodifiableList(items);
  }

  private static Long number(String where, Field field, JsonReader json) throws IOException {
    if (json.peek() != JsonToken.NUMBER) {
      throw new InputError(where, "a number in field " + field.name(), json.peek().toString());
    }
    String digits = json.nextString();
    try {
      return Long.valueOf(digits);
    } catch (NumberFormatException e) {
      throw new InputError(where, "a whole number in field " + field.name(), digits);
    }
  }

  private static String string(String where, Field field, JsonReader json) throws IOException {
    if (json.peek() != JsonToken.STRING) {
      throw new InputError(where, field.wanted() + " in field " + field.name(), json.peek().toString());
    }
    String text = json.nextString();
    if (!field.allows(text)) {
      throw new InputError(where, field.wanted() + " in field " + field.name(), text);
    }
    return text;
  }
}
