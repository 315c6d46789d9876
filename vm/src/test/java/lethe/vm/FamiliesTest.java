package lethe.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Families of primitives against OCaml's own: a program a family prints what they answer to edge values and to values
 * generated from a fixed seed, under ocamlrun and here, line for line the same on both outputs.
 */
class FamiliesTest {
  /** A program in families/, how many lines it prints at least, and what it is linked with: libraries or grammars. */
  private record Family(String name, int lines, List<String> with) {}

  private static final List<Family> FAMILIES = List.of(
      new Family("bigarrays", 7000, List.of()),
      new Family("floattexts", 7000, List.of()),
      new Family("integers", 18_000, List.of()),
      new Family("lexers", 7000, List.of("tokens.mll")),
      new Family("regexps", 10_000, List.of("str.cma")),
      new Family("parsers", 790, List.of("calculator.mly")),
      new Family("sequences", 3000, List.of()),
      new Family("values", 4400, List.of()));

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> answersAreThoseOfOcamlrun() {
    OcamlInstalled.require(FAMILIES.size() + " families of primitives against ocamlrun");
    return FAMILIES.stream().map(family -> DynamicTest.dynamicTest(family.name, () -> compare(family)));
  }

  private void compare(Family family) throws IOException {
    ProgramHere program = ProgramHere.compile(folder, family.name, family.with);
    ProgramHere.Printed expected = program.underOcamlrun();
    ProgramHere.Printed found = program.here();
    assertTrue(expected.output().size() >= family.lines, () -> "lines printed: " + expected.output().size());
    assertEquals("", differences(expected.output(), found.output()), "standard output");
    assertEquals("", differences(expected.error(), found.error()), "standard error");
    assertEquals(expected.exitCode(), found.exitCode());
  }

  /** How many lines differ, with the first of them; empty if none does. */
  private static String differences(List<String> expected, List<String> found) {
    List<String> different = new ArrayList<>();
    for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
      String wanted = i < expected.size() ? expected.get(i) : "(end)";
      String got = i < found.size() ? found.get(i) : "(end)";
      if (!wanted.equals(got)) {
        different.add("line " + (i + 1) + ": " + wanted + "\n  here: " + got);
      }
    }
    return different.isEmpty()
        ? ""
        : different.size() + " of " + expected.size() + " lines differ\n"
            + String.join("\n", different.subList(0, Math.min(20, different.size())));
  }
}
