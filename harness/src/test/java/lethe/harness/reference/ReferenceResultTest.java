package lethe.harness.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReferenceResultTest {
  private static ReferenceResult result(int exitCode, String output, String errors) {
    return ReferenceResult.of(new Subprocess(exitCode, output, errors), 10);
  }

  @Test
  void theLastLineIsTheResult() {
    assertEquals(new ReferenceResult(List.of("1", "[0: 2]"), "result 42"), result(0, "1\n[0: 2]\nresult 42\n", ""));
    assertEquals(new ReferenceResult(List.of(), "raised Failure('x')"), result(2, "raised Failure('x')\n", ""));
    assertTrue(result(0, "result 42\n", "").isOutcome());
  }

  @Test
  void otherEndsAreSaidInWords() {
    assertEquals("refused: no unit", result(3, "1\n", "dynlink: no unit\n").result());
    assertEquals("crashed: signal 11", result(139, "result 42\n", "").result());
    assertEquals("crashed: exit 0 without a result", result(0, "1\n", "").result());
    assertEquals("crashed: exit 2 without a result, Fatal error: x", result(2, "", "Fatal\nerror: x\n").result());
    assertEquals("timed out after 10 s", result(Subprocess.TIMED_OUT, "1\n", "").result());
    assertEquals("not built: no file", ReferenceResult.notBuilt(new Subprocess(2, "", "no file\n")).result());
    assertFalse(result(139, "result 42\n", "").isOutcome());
  }
}
