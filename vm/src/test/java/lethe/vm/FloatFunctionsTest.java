package lethe.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The functions of floats.c against the installed OCaml, and so against its C library: bit for bit, but for a counted
 * few results that are one unit in the last place away where the library does not round correctly.
 */
class FloatFunctionsTest {
  private static final int LINES = 31_000;

  /** Results that may differ, of 9,600 for generated arguments and 21,498 for edge values; 11 did. */
  private static final int MOST_DIFFERENT = 20;

  /** Correctly rounded here, not by glibc, which errs by up to two units: may differ so far, however often. */
  private static final String CUBE_ROOT = "cbrt";

  /** Functions that are not correctly rounded by glibc, nor computed here in its order of operations. */
  private static final String MAY_DIFFER =
      "(a?(sin|cos|tan)(_wide)?|atan2|exp(2|_near)?|expm1(_near)?|pow|sinh(_far)?|cosh(_far)?|tanh(_near)?|a(sin|cos|tan)h(_wide|_near)?|erfc)|" + CUBE_ROOT;

  @Test
  void resultsAreThoseOfTheLibrary(@TempDir Path folder) throws IOException {
    OcamlInstalled.require("the functions of floats.c against ocamlrun");
    ProgramHere program = ProgramHere.compile(folder, "floats", List.of());
    List<String> expected = program.underOcamlrun().output();
    List<String> found = program.here().output();
    assertEquals(expected.size(), found.size());
    assertTrue(expected.size() > LINES, () -> "results: " + expected.size());
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> different = new TreeMap<>();
    for (int i = 0; i < expected.size(); i++) {
      String wanted = expected.get(i);
      String got = found.get(i);
      if (!wanted.equals(got)) {
        String function = wanted.substring(0, wanted.indexOf(' '));
        different.merge(function, 1, Integer::sum);
        if (!function.matches(MAY_DIFFER) || Math.abs(bits(wanted) - bits(got)) > (function.equals(CUBE_ROOT) ? 2 : 1)) {
          wrong.add(wanted + "\n  here: " + got);
        }
      }
    }
    System.out.println("floats.c: " + expected.size() + " results, differing in the last place: " + different);
    assertEquals("", String.join("\n", wrong));
    different.remove(CUBE_ROOT);
    int count = different.values().stream().mapToInt(Integer::intValue).sum();
    assertTrue(count <= MOST_DIFFERENT, () -> "different results: " + different);
  }

  private static long bits(String line) {
    return Long.parseUnsignedLong(line.substring(line.lastIndexOf(' ') + 1), 16);
  }
}
