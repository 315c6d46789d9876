package lethe.harness.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonSerializationContext;
import com.google.gson.JsonSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import lethe.vm.trace.Event;

/**
 * The report's records as JSON that may stand inside a script element: no {@code <} in it. An event is an array, its name and then its
 * values.
 */
final class ReportJson {
  private static final Gson GSON = new GsonBuilder()
      .registerTypeHierarchyAdapter(Event.class, (JsonSerializer<Event>) (event, type, context) -> array(event, context))
      .registerTypeHierarchyAdapter(Optional.class, (JsonSerializer<Optional<?>>) (value, type, context) -> optional(value, context))
      .create();

  private ReportJson() {}

  static String text(Index index) {
    return GSON.toJson(index);
  }

  /**
   * The story as JSON, with gzip, in Base64. A browser undoes it without a library (DecompressionStream). In the place of each event,
   * and of what each glance saw, stands its place in the list {@code pool}.
   */
  static String packed(CaseStory story) {
    JsonObject json = GSON.toJsonTree(story).getAsJsonObject();
    json.add("pool", pooled(json.getAsJsonArray("runs")));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer writer = new OutputStreamWriter(new GZIPOutputStream(bytes), StandardCharsets.UTF_8)) {
      GSON.toJson(json, writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static JsonArray pooled(JsonArray runs) {
    Pool pool = new Pool();
    for (JsonElement run : runs) {
      pool.poolElements(run.getAsJsonObject().getAsJsonArray("events"));
      run.getAsJsonObject().getAsJsonArray("glances").forEach(glance -> pool.pool(glance.getAsJsonObject(), "top"));
    }
    return pool.values();
  }

  private static JsonElement array(Event event, JsonSerializationContext context) {
    JsonArray array = new JsonArray();
    array.add(event.kind().wireName());
    event.values().forEach(value -> array.add(context.serialize(value)));
    return array;
  }

  private static JsonElement optional(Optional<?> value, JsonSerializationContext context) {
    return value.isPresent() ? context.serialize(value.get()) : JsonNull.INSTANCE;
  }
}
