package lethe.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OcamlSourceTest {
  private static final String TEXT = """
      ;; title: two units
      unit host static      ; comment
      ;| let f x =
      ;|
      ;|   x + 1
        ATOM0
        SETGLOBAL Host

      unit main
      ;| let () = ()
        CONST0
      """;

  @Test
  void theLinesBehindAUnitAreItsSource() {
    List<OcamlSource> sources = OcamlSource.all("t", TEXT);
    assertEquals(List.of(
        new OcamlSource("host", 3, List.of("let f x =", "", "  x + 1")), new OcamlSource("main", 10, List.of("let () = ()"))),
        sources);
    assertEquals("let f x =\n\n  x + 1\n", sources.get(0).text());
    assertTrue(TEXT.contains(sources.get(0).inCase()));
    assertEquals("5:6", sources.get(0).placeInCase(3, 3));
  }

  @Test
  void toTheAssemblerTheyAreComments() {
    String text = Cases.SMALL.replace("unit main\n", "unit main\n;| let answer = 42\n");
    assertEquals(List.of("let answer = 42"), Cases.parse(text).sources().get(0).lines());
    assertArrayEquals(
        Cases.parse(Cases.SMALL).units().get(1).unit().code(), Cases.parse(text).units().get(1).unit().code());
    assertEquals(List.of(), Cases.parse(Cases.SMALL).sources());
  }

  @ParameterizedTest
  @ValueSource(strings = {"  CONST1\n;| late\n", "; comment\n;| late\n", "\n;| late\n"})
  void aLineElsewhereIsWrong(String lines) {
    InputError wrong = assertThrows(InputError.class, () -> OcamlSource.all("t", "unit main\n" + lines));
    assertEquals("t:3:1", wrong.where());
    assertThrows(InputError.class, () -> OcamlSource.all("t", ";| first\nunit main\n"));
  }
}
