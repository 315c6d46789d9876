package lethe.harness.approval;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lethe.harness.change.Danger;
import lethe.harness.golden.GoldenFiles;
import lethe.vm.fault.InputError;

/** Who reads a golden's history reads this: each approval of a case's goldens, the oldest first ({@code golden/README.md}). */
public record Ledger(String caseId, List<Entry> entries) {
  /** Version of the format, in the first line. */
  public static final int VERSION = 1;

  /** Its name in a case's folder of goldens. */
  public static final String FILE = "ledger.jsonl";

  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
  private static final Set<String> KEYS = Set.of("file", "class", "change", "reason", "sha256");

  /**
   * One approval of one golden.
   *
   * @param file its name in the folder, {@code stub.approved.jsonl}
   * @param danger class of what changed
   * @param change that in words
   * @param reason why it is right; may be empty where the class does not ask for one
   * @param sha256 digest of the file as it was approved, 64 hex digits
   */
  public record Entry(String file, Danger danger, String change, String reason, String sha256) {
    String line() {
      JsonObject line = new JsonObject();
      line.addProperty("file", file);
      line.addProperty("class", danger.toString());
      line.addProperty("change", change);
      line.addProperty("reason", reason);
      line.addProperty("sha256", sha256);
      return GSON.toJson(line);
    }
  }

  public Ledger {
    entries = List.copyOf(entries);
  }

  static Path file(GoldenFiles files, String caseId) {
    return files.golden().resolve(caseId).resolve(FILE);
  }

  /**
   * The ledger of a case; without entries if there is none yet.
   *
   * @throws InputError if it is not of this format, with its line
   */
  public static Ledger read(GoldenFiles files, String caseId) {
    Path file = file(files, caseId);
    if (!Files.exists(file)) {
      return new Ledger(caseId, List.of());
    }
    try {
      return parse("golden/" + caseId + "/" + FILE, caseId, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Ledger parse(String where, String caseId, List<String> lines) {
    if (GoldenFiles.hasConflictMarkers(String.join("\n", lines))) {
      throw new InputError(where, "a ledger", "the conflict markers of a merge: keep the lines of both sides, without the markers");
    }
    String first = lines.isEmpty() ? "an empty file" : lines.get(0);
    if (!first.equals(head(caseId))) {
      throw new InputError(where + ":1", head(caseId), first);
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      entries.add(entry(where + ":" + (i + 1), lines.get(i)));
    }
    return new Ledger(caseId, entries);
  }

  private static String head(String caseId) {
    JsonObject head = new JsonObject();
    head.addProperty("ledger", VERSION);
    head.addProperty("case", caseId);
    return GSON.toJson(head);
  }

  private static Entry entry(String where, String line) {
    JsonObject read = object(where, line);
    if (!read.keySet().equals(KEYS)) {
      throw new InputError(where, "an entry with file, class, change, reason and sha256", line);
    }
    Danger danger = Danger.named(text(where, read, "class"))
        .orElseThrow(() -> new InputError(where, "a class of changes", text(where, read, "class")));
    return new Entry(text(where, read, "file"), danger, text(where, read, "change"), text(where, read, "reason"),
        text(where, read, "sha256"));
  }

  private static JsonObject object(String where, String line) {
    try {
      JsonElement read = JsonParser.parseString(line);
      if (read.isJsonObject()) {
        return read.getAsJsonObject();
      }
    } catch (JsonParseException e) {
      throw new InputError(where, "an entry, one JSON object", line);
    }
    throw new InputError(where, "an entry, one JSON object", line);
  }

  private static String text(String where, JsonObject read, String key) {
    JsonElement value = read.get(key);
    if (!value.isJsonPrimitive()) {
      throw new InputError(where, "a text for " + key, value.toString());
    }
    return value.getAsString();
  }

  /** The last approval of a golden. */
  public Optional<Entry> last(String file) {
    return entries.stream().filter(entry -> entry.file().equals(file)).reduce((a, b) -> b);
  }

  /** With one approval more. */
  Ledger with(Entry entry) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(entry);
    return new Ledger(caseId, more);
  }

  /** The text of the file. */
  String text() {
    StringBuilder text = new StringBuilder(head(caseId)).append('\n');
    entries.forEach(entry -> text.append(entry.line()).append('\n'));
    return text.toString();
  }

  /** SHA-256, in hex digits. */
  public static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
