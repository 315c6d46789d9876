package lethe.harness.campaign;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The campaigns in small. */
@Isolated("it measures the memory of the whole JVM")
class ScenarioTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);

  private String printed() {
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"handle", "scan", "stub", "stub-env", "stub-local"})
  void nothingGrowsOverALife(String policy) {
    assertTrue(Scenario.LIFE.run(policy, 600, false, out), this::printed);
    assertTrue(printed().endsWith("nothing grows" + System.lineSeparator()), this::printed);
  }

  @Test
  void norWhenALifeIsTraced() {
    assertTrue(Scenario.LIFE.run("handle", 1500, true, out), this::printed);
  }

  @Test
  void aPolicyThatFreesNothingIsSeen() {
    assertFalse(Scenario.LIFE.run("keep", 200, false, out), this::printed);
    assertTrue(printed().contains("grows: live words, blocks, code slots, globals"), this::printed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"handle", "scan", "stub"})
  void aChainIsFreedWhole(String policy) {
    assertTrue(Scenario.CHAIN.run(policy, 800, false, out), this::printed);
  }

  @Test
  void aChainThatStaysIsSeen() {
    assertFalse(Scenario.CHAIN.run("keep", 80, false, out), this::printed);
    assertTrue(printed().contains("units are left"), this::printed);
  }

  @Test
  void liveUnitsCostWhatTheyMust() {
    assertTrue(Scenario.LIVE.run("handle", 1000, false, out), this::printed);
  }

  @Test
  void wrongInputIsOneLine() {
    assertThrows(InputError.class, () -> Scenario.named("lifes"));
    assertThrows(InputError.class, () -> Scenario.LIFE.size(9));
    assertThrows(InputError.class, () -> Scenario.CHAIN.size(7));
    assertThrows(InputError.class, () -> Scenario.LIVE.size(99));
    assertEquals(100, Scenario.LIVE.size(100));
  }
}
