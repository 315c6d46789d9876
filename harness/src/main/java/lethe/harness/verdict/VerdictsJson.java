package lethe.harness.verdict;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lethe.vm.fault.InputError;

/**
 * {@code golden/verdicts.json}. What fits stands on one line; what does not has a line for each of its parts, so that one more
 * case changes the lines that it is about.
 */
public final class VerdictsJson {
  private static final int COLUMNS = 118;
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private VerdictsJson() {}

  /** The file below the project's folder. */
  public static Path file(Path root) {
    return root.resolve("golden/verdicts.json");
  }

  /** The file's text. */
  public static String text(Verdicts verdicts) {
    StringBuilder text = new StringBuilder();
    write(text, GSON.toJsonTree(verdicts), "", "");
    return text.append('\n').toString();
  }

  /**
   * Reads the file's text.
   *
   * @param where its name in messages
   */
  public static Verdicts parse(String where, String text) {
    try {
      Verdicts verdicts = GSON.fromJson(text, Verdicts.class);
      if (verdicts == null || verdicts.version() != Verdicts.VERSION) {
        throw new InputError(where, "verdicts of version " + Verdicts.VERSION,
            verdicts == null ? "nothing" : "version " + verdicts.version());
      }
      return verdicts;
    } catch (JsonParseException e) {
      throw new InputError(where, "verdicts as harness/lethe verdicts --json writes them", String.valueOf(e.getMessage()));
    }
  }

  /** The approved verdicts. */
  public static Verdicts approved(Path root) {
    Path file = file(root);
    if (!Files.exists(file)) {
      throw new InputError("golden/verdicts.json", "the approved verdicts (harness/lethe approve --verdicts)", "no file");
    }
    try {
      return parse("golden/verdicts.json", Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The nesting is that of the records: four deep.
  private static void write(StringBuilder text, JsonElement element, String indent, String name) {
    String compact = GSON.toJson(element);
    text.append(indent).append(name);
    if (indent.length() + name.length() + compact.length() < COLUMNS && !indent.isEmpty()) {
      text.append(compact);
      return;
    }
    List<String> names = new ArrayList<>();
    List<JsonElement> parts = new ArrayList<>();
    if (element instanceof JsonObject object) {
      object.entrySet().forEach(entry -> {
        names.add(GSON.toJson(entry.getKey()) + ": ");
        parts.add(entry.getValue());
      });
    } else if (element instanceof JsonArray array) {
      array.forEach(part -> {
        names.add("");
        parts.add(part);
      });
    } else {
      text.append(compact); // a long text
      return;
    }
    text.append(element.isJsonArray() ? "[" : "{");
    for (int i = 0; i < parts.size(); i++) {
      text.append(i == 0 ? "\n" : ",\n");
      write(text, parts.get(i), indent + "  ", names.get(i));
    }
    text.append('\n').append(indent).append(element.isJsonArray() ? "]" : "}");
  }
}
