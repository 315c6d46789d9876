package lethe.vm.trace;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a trace in the JSON format of Chrome's tracing, which Perfetto opens: loaded code as asynchronous spans, collections as
 * instants, calls as slices, words on the stack as a counter. A run has no time: a microsecond is an event, the first is 0.
 */
public final class ChromeTrace implements TraceOutput {
  private static final int PROGRAM = 1;
  private static final int COLLECTOR = 2;

  /**
   * A call that has not returned.
   *
   * @param baseWords words on the stack below its arguments: fewer mean that it is over
   */
  private record Open(String site, long baseWords) {}

  private final Writer out;
  private final Deque<Open> calls = new ArrayDeque<>();
  private final Set<String> loaded = new LinkedHashSet<>();
  private JsonObject collection;
  private long time = -1;
  private long depth = -1;
  private boolean hasWritten;

  /** @param out for a file or stream: UTF-8, closed with this writer */
  public ChromeTrace(Writer out) {
    this.out = out;
    print("{\"traceEvents\":[");
  }

  @Override
  public void accept(Event event) {
    time++;
    switch (event.kind()) {
      case LETHE -> began(event);
      case LOAD -> loaded(event);
      case KEEP -> write(span("n", (String) event.subject(), args("path", event.get("path"))));
      case FREE -> freed((String) event.subject(), event.text("why"));
      case GC -> collects(event);
      case SWEPT -> swept(event);
      case CALL -> called(event);
      case RETURN, STEP -> at(event.number("depth"));
      case PRIM, OUT, UNLOAD, FINAL, RAISE, FAULT -> write(instant(event));
      case END -> ended(event);
      default -> { }
    }
  }

  private void began(Event event) {
    named("process_name", PROGRAM, event.text("case") + " under " + event.text("policy"));
    named("thread_name", PROGRAM, "program");
    named("thread_name", COLLECTOR, "collector");
  }

  private void named(String what, int thread, String name) {
    write(entry("M", what, thread, args("name", name)));
  }

  private void loaded(Event event) {
    loaded.add((String) event.subject());
    write(span("b", (String) event.subject(), args("ints", event.get("ints"))));
  }

  private void freed(String unit, String why) {
    if (loaded.remove(unit)) {
      write(span("e", unit, args("why", why)));
    }
  }

  private void collects(Event event) {
    collection = entry("i", event.text("gc") + " collection", COLLECTOR, args("cause", event.get("cause")));
    collection.addProperty("s", "p");
  }

  /** What a collection found is known when it is over; it is shown where it started. */
  private void swept(Event event) {
    if (collection != null) {
      collection.getAsJsonObject("args").addProperty("promoted", event.number("promoted"));
      collection.getAsJsonObject("args").addProperty("freed", event.number("freed"));
    }
    endCollection();
  }

  private void endCollection() {
    if (collection != null) {
      write(collection);
      collection = null;
    }
  }

  /** A tail call stands where its caller stood. */
  private void called(Event event) {
    long base = event.number("depth") - event.number("args");
    close(base - 1);
    calls.push(new Open((String) event.subject(), base));
    write(entry("B", (String) event.subject(), PROGRAM, args("from", event.get("from"))));
    stack(event.number("depth"));
  }

  private void at(long words) {
    close(words);
    stack(words);
  }

  /** Ends the calls whose frames are gone: they have returned, or an exception has passed them. */
  private void close(long words) {
    while (!calls.isEmpty() && calls.peek().baseWords() > words) {
      write(entry("E", calls.pop().site(), PROGRAM, new JsonObject()));
    }
  }

  private void stack(long words) {
    if (words != depth) {
      depth = words;
      write(entry("C", "stack words", PROGRAM, args("words", words)));
    }
  }

  private JsonObject instant(Event event) {
    String subject = event.kind().wireName() + " " + event.subject();
    JsonObject fields = new JsonObject();
    List<Field> others = event.kind().fields();
    for (Field field : others.subList(1, others.size())) {
      add(fields, field.name(), event.get(field.name()));
    }
    JsonObject entry = entry("i", subject, PROGRAM, fields);
    entry.addProperty("s", "t");
    return entry;
  }

  private void ended(Event event) {
    close(-1);
    endCollection();
    List.copyOf(loaded).forEach(unit -> freed(unit, "the run is over"));
    write(instant(event));
  }

  private JsonObject span(String phase, String unit, JsonObject args) {
    JsonObject span = entry(phase, unit, PROGRAM, args);
    span.addProperty("cat", "code");
    span.addProperty("id", unit);
    return span;
  }

  private JsonObject entry(String phase, String name, int thread, JsonObject args) {
    JsonObject entry = new JsonObject();
    entry.addProperty("ph", phase);
    entry.addProperty("name", name);
    entry.addProperty("ts", time);
    entry.addProperty("pid", 1);
    entry.addProperty("tid", thread);
    entry.add("args", args);
    return entry;
  }

  private static JsonObject args(String name, Object value) {
    JsonObject args = new JsonObject();
    add(args, name, value);
    return args;
  }

  private static void add(JsonObject args, String name, Object value) {
    if (value instanceof Number number) {
      args.addProperty(name, number);
    } else if (value instanceof List<?> list) {
      JsonArray array = new JsonArray();
      list.forEach(item -> array.add(item.toString()));
      args.add(name, array);
    } else if (value != null) {
      args.addProperty(name, value.toString());
    }
  }

  private void write(JsonObject entry) {
    print((hasWritten ? ",\n" : "\n") + entry);
    hasWritten = true;
  }

  private void print(String text) {
    try {
      out.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.write("\n]}\n");
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
