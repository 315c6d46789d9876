package lethe.vm.prim.std;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lethe.vm.OcamlInstalled;
import lethe.vm.format.Executable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each primitive of the unix library is offered, or refused with a reason. */
class UnixTableTest {
  private static final int BUILTIN = 401;
  private static final int OF_UNIX = 132;

  @Test
  void eachIsOfferedOrRefused(@TempDir Path folder) throws Exception {
    OcamlInstalled.require("the names of the unix library's primitives");
    Files.writeString(folder.resolve("empty.ml"), "let () = ignore Unix.stdin\n");
    OcamlInstalled.run(folder, "ocamlc", "unix.cma", "empty.ml", "-o", "empty");
    List<String> names = Executable.read("empty", Files.readAllBytes(folder.resolve("empty"))).primitives();
    Set<String> ofUnix = new TreeSet<>(names.subList(BUILTIN, names.size()));
    assertEquals(OF_UNIX, ofUnix.size());
    List<String> known = new ArrayList<>(UnixRefused.REASONS.keySet());
    StandardPrimitives.table().names().stream().filter(name -> name.startsWith("unix_")).forEach(known::add);
    assertEquals(known.size(), new TreeSet<>(known).size(), "none is both");
    assertEquals(ofUnix, new TreeSet<>(known));
  }
}
