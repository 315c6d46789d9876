package lethe.vm.prim.std;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lethe.vm.OcamlInstalled;
import lethe.vm.host.Host;
import lethe.vm.prim.OcamlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every call of tables.txt gives here what OCaml 4.13.1 gave. */
final class TablesTest {
  @Test
  void everyLineOfTheTableHolds() throws IOException {
    List<String> wrong = new ArrayList<>();
    List<String> lines = resource("tables.txt").lines().toList();
    TestRuntime rt = new TestRuntime(Host.closed());
    for (String line : lines) {
      String name = line.substring(0, line.indexOf(' '));
      String rest = line.substring(name.length() + 1);
      long[] args = Notation.read(rt.heap(), rest).stream().mapToLong(Long::longValue).toArray();
      String found = result(rt, name, args);
      if (!line.endsWith(" = " + found)) {
        wrong.add(line + "  found " + found);
      }
    }
    assertTrue(lines.size() > 5000, "lines of the table: " + lines.size());
    assertEquals("", String.join("\n", wrong));
  }

  private static String result(TestRuntime rt, String name, long[] args) {
    try {
      return Notation.show(rt.heap(), rt.call(name, args));
    } catch (OcamlException e) {
      return Notation.show(rt.heap(), e);
    }
  }

  @Test
  void tableIsWhatTheInstalledOcamlPrints(@TempDir Path folder) throws IOException {
    OcamlInstalled.require("that tables.txt is what OCaml's primitives answer");
    Files.writeString(folder.resolve("tables.ml"), resource("tables.ml"), StandardCharsets.ISO_8859_1);
    OcamlInstalled.run(folder, "ocamlc", "-w", "-a", "-o", "tables", "tables.ml");
    assertEquals(resource("tables.txt"), OcamlInstalled.run(folder, "ocamlrun", "tables"));
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = TablesTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
