package lethe.harness.change;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;

/** Groups for programs: an array of objects with number, class, change, follows, and goldens with path and change. */
public final class GroupJson {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private GroupJson() {}

  public static String text(List<Group> groups) {
    JsonArray array = new JsonArray();
    groups.forEach(group -> array.add(object(group)));
    return GSON.toJson(array) + "\n";
  }

  private static JsonObject object(Group group) {
    JsonObject object = new JsonObject();
    object.addProperty("number", group.number());
    object.addProperty("class", group.danger().toString());
    object.add("change", texts(group.words()));
    object.add("follows", texts(group.consequences()));
    JsonArray goldens = new JsonArray();
    for (GoldenChange member : group.members()) {
      JsonObject golden = new JsonObject();
      golden.addProperty("path", member.path());
      golden.add("change", texts(member.changes().stream().map(Change::toString).toList()));
      goldens.add(golden);
    }
    object.add("goldens", goldens);
    return object;
  }

  private static JsonArray texts(Collection<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
