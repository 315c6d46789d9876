package lethe.vm.prim.std;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lethe.vm.OcamlInstalled;
import lethe.vm.prim.std.Builtin.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of builtin primitives is exact: what it says is offered is, and nothing else. */
final class BuiltinTest {
  /** Those of the libraries that come with OCaml: ocamlrun has them from shared libraries. */
  private static final Set<String> OF_LIBRARIES = Set.of(
      "re_string_match", "re_partial_match", "re_search_forward", "re_search_backward", "re_replacement_text");

  private static final List<Builtin> ALL = Builtin.all();

  @Test
  void offeredIsWhatTheTableHas() {
    Set<String> table = new TreeSet<>(StandardPrimitives.table().names());
    assertTrue(table.containsAll(OF_LIBRARIES));
    table.removeAll(OF_LIBRARIES);
    table.removeIf(name -> name.startsWith("unix_")); // UnixTableTest has those
    assertEquals(table, names(builtin -> builtin.standing() == Standing.OFFERED));
  }

  @Test
  void everyRefusalHasItsReasonAndNothingElseHas() {
    assertEquals(
        names(builtin -> builtin.standing() == Standing.REFUSED), names(builtin -> !builtin.reason().isEmpty()));
  }

  @Test
  void everyPrimitiveStandsOnceWithItsFile() {
    assertEquals(401, ALL.size());
    assertEquals(401, names(builtin -> true).size());
    for (Builtin builtin : ALL) {
      assertFalse(builtin.cFile().replaceFirst("\\.c$", "").isEmpty(), builtin.name());
      assertEquals(".c", builtin.cFile().substring(builtin.cFile().length() - 2), builtin.name());
    }
  }

  @Test
  void listIsThatOfOcamlrun(@TempDir Path folder) {
    OcamlInstalled.require("the list of builtin primitives");
    List<String> expected = OcamlInstalled.run(folder, "ocamlrun", "-p").lines().toList();
    assertEquals(expected, ALL.stream().map(Builtin::name).toList());
  }

  private static Set<String> names(Predicate<Builtin> which) {
    return ALL.stream().filter(which).map(Builtin::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
