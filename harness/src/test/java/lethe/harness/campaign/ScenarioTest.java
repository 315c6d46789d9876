package lethe.harness.campaign;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lethe.harness.golden.LetheRoot;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The campaigns in small. A life is measured by the memory of its JVM, so each has one to itself. */
class ScenarioTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);

  private String printed() {
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Runs the command in a JVM of its own; its exit code. What it says is what this test has printed. */
  private int life(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-Dlethe.root=" + LetheRoot.find(), "-cp", System.getProperty("java.class.path"), "lethe.harness.cli.Main", "campaign"));
    command.addAll(List.of(arguments));
    Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
    jvm.getInputStream().transferTo(out);
    return jvm.waitFor();
  }

  @Test
  void nothingGrowsOverALife() throws Exception {
    assertEquals(0, life("--cycles", "600", "--policy", "handle,scan,stub,stub-env,stub-local"), this::printed);
    assertEquals(5, printed().lines().filter("nothing grows"::equals).count(), this::printed);
  }

  @Test
  void norWhenALifeIsTraced() throws Exception {
    assertEquals(0, life("--cycles", "1500", "--traced", "--policy", "handle"), this::printed);
  }

  @Test
  void aPolicyThatFreesNothingIsSeen() throws Exception {
    assertEquals(1, life("--cycles", "200", "--policy", "keep"), this::printed);
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
