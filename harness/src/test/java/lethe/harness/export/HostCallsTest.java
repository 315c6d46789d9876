package lethe.harness.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;

class HostCallsTest {
  private static final String RESULT = "  PUSHGETGLOBALFIELD Lethe 5\n  APPLY1";

  @Test
  void aCallOfTheHostBecomesAnApplication() {
    String text = "unit main\n  C_CALL2 lethe_set ; note\n  C_CALL1 caml_gc_minor\n";
    assertEquals(
        "unit main\n  PUSHGETGLOBALFIELD Lethe 2\n  APPLY2 ; note\n  C_CALL1 caml_gc_minor\n\n" + RESULT,
        HostCalls.rewriteCase(text));
  }

  @Test
  void labelsAndTextStayWhereTheyAre() {
    String text = "; C_CALL1 lethe_load\n  GETGLOBAL \"C_CALL1 lethe_get\"";
    assertEquals(text + "\n" + RESULT, HostCalls.rewriteCase(text));
    assertEquals(
        "x:\n  PUSHGETGLOBALFIELD Lethe 3\n  APPLY1\n" + RESULT, HostCalls.rewriteCase("x:\n  C_CALL1 lethe_get"));
  }

  @Test
  void whatTheHostLacksIsRefused() {
    assertThrows(InputError.class, () -> HostCalls.rewriteCase("C_CALL1 lethe_free"));
    assertThrows(InputError.class, () -> HostCalls.rewriteCase("C_CALL1 lethe_set"));
    assertThrows(InputError.class, () -> HostCalls.rewriteCase("C_CALL1 lethe_result"));
  }

  @Test
  void functionsStandInTheOrderOfTheInterface() throws IOException {
    try (InputStream in = HostCalls.class.getResourceAsStream("lethe.mli")) {
      String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Pattern declaration = Pattern.compile("(?m)^val (\\w+)");
      List<String> names = declaration.matcher(source).results().map((MatchResult found) -> found.group(1)).toList();
      assertEquals(HostCalls.FUNCTIONS, names);
    }
  }
}
