package lethe.vm.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The document's tables are those of {@link EventKind}, row by row. */
class TraceDocumentTest {
  @Test
  void theDocumentSaysWhatTheTableSays() throws IOException {
    List<String> rows = new ArrayList<>();
    String document = Files.readString(Path.of("TRACE.md"));
    String events = document.substring(document.indexOf("## Events"), document.indexOf("## Digests"));
    for (String line : events.lines().toList()) {
      if (line.startsWith("### ") || line.startsWith("| `")) {
        rows.add(line);
      }
    }
    assertEquals(String.join("\n", table()), String.join("\n", rows));
  }

  private static List<String> table() {
    List<String> rows = new ArrayList<>();
    for (EventKind kind : EventKind.values()) {
      rows.add("### `" + kind.wireName() + "` (" + kind.level() + ")");
      for (Field field : kind.fields()) {
        rows.add("| `" + field.name() + "` | " + type(field) + " | " + field.meaning() + " |");
      }
    }
    return rows;
  }

  private static String type(Field field) {
    String type = field.words().isEmpty()
        ? field.type().name().toLowerCase(Locale.ROOT) : "`" + String.join("` `", field.words()) + "`";
    return field.optional() ? type + ", may be absent" : type;
  }
}
