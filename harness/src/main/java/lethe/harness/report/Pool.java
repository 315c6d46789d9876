package lethe.harness.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.Map;

/**
 * Values, each once: the runs of a case under ten policies have most of their events in common. It more than halves a page, since the
 * packing itself looks back 32 kilobytes only, and one run is longer.
 */
final class Pool {
  private final JsonArray values = new JsonArray();
  private final Map<JsonElement, JsonPrimitive> places = new HashMap<>();

  /** Puts the place of each element of a list into its stead. */
  void poolElements(JsonArray list) {
    for (int i = 0; i < list.size(); i++) {
      list.set(i, place(list.get(i)));
    }
  }

  /** Puts the place of a value into its stead. */
  void pool(JsonObject owner, String name) {
    owner.add(name, place(owner.get(name)));
  }

  private JsonPrimitive place(JsonElement value) {
    return places.computeIfAbsent(value, added -> {
      values.add(added);
      return new JsonPrimitive(values.size() - 1);
    });
  }

  JsonArray values() {
    return values;
  }
}
