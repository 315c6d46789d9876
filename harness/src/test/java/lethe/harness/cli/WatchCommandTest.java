package lethe.harness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import lethe.harness.reference.Skips;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void makeCorpus() {
    file = SmallPrograms.root(folder).resolve("corpus/load/small.case");
  }

  private Command watch(String... more) {
    String[] args = new String[more.length + 3];
    args[0] = "watch";
    args[1] = "load/small";
    args[2] = "--once";
    System.arraycopy(more, 0, args, 3, more.length);
    return Command.in(folder, args);
  }

  @Test
  void aWideTerminalHasTwoColumns() {
    Command shown = watch("--width", "120");
    assertEquals(0, shown.exitCode(), shown.toString());
    List<String> lines = shown.out().lines().toList();
    assertEquals(
        List.of("A unit without functions is loaded and forgotten", "as expected under every policy", "trace under stub:"),
        lines.subList(0, 3));
    String row = lines.stream().filter(line -> line.contains("{\"prim\":\"lethe_load\"")).findFirst().orElseThrow();
    assertEquals(
        "  13  C_CALL1 lethe_load" + " ".repeat(22) + " | {\"prim\":\"lethe_load\",\"args\":[\"lit@main.1'plugin'\"]}", row);
    assertTrue(lines.stream().allMatch(line -> line.length() <= 120), shown.out());
  }

  @Test
  void aNarrowOneHasTheEventsBelowTheirLines() {
    List<String> lines = watch("--width", "60", "--policy", "handle").out().lines().toList();
    int at = lines.indexOf("  15  C_CALL1 caml_gc_full_major");
    assertEquals("      {\"prim\":\"caml_gc_full_major\",\"args\":[\"0\"]}", lines.get(at + 1));
    assertTrue(lines.stream().allMatch(line -> line.length() <= 60), lines.toString());
    int end = lines.size() - 2;
    assertTrue(lines.get(end).startsWith("      {\"end\":\"result 42\",\"steps\":"), lines.get(end));
    assertTrue(lines.get(end + 1).endsWith("}"), lines.get(end + 1));
  }

  @Test
  void whatIsNotExpectedComesFirst() throws IOException {
    Files.writeString(file, Files.readString(file).replace("CONSTINT 42", "CONSTINT 41"));
    Command shown = watch();
    assertEquals(ExitCode.DIVERGENCE, shown.exitCode());
    List<String> lines = shown.out().lines().toList();
    assertEquals(List.of("not as expected under keep force:", "  the case expects: result 42, kept plugin",
        "  what happened:    result 41, kept plugin", "not as expected under release:"), lines.subList(1, 5));
    assertEquals("not as expected under stub stub-env stub-local export negate handle scan:", lines.get(7));
  }

  @Test
  void theTraceIsThatOfTheFirstPolicyThatDoesOtherwise() throws IOException {
    Files.writeString(file, Files.readString(file).replace("stub-local export negate handle scan: result 42", "stub-local export negate scan: result 42")
        .replace("expect release: result 42", "expect handle: result 42, kept plugin\n;; expect release: result 42"));
    assertTrue(watch().out().contains("\ntrace under handle:\n"), watch().out());
    assertTrue(watch("--policy", "keep").out().contains("\ntrace under keep:\n"), watch().out());
  }

  @Test
  void sourceIsImportedOnRequest() throws IOException {
    Skips.stockOCaml();
    Files.writeString(file, Files.readString(file).replaceFirst("(?s)unit main.*", """
        unit main
        ;| let result = load "plugin"; full_major (); 42
        """));
    assertEquals(0, watch("--import").exitCode());
    assertTrue(Files.readString(file).contains("  C_CALL1 lethe_load             ; load \"plugin\"\n"));
  }

  @Test
  void anUnknownCaseIsNotWaitedFor() {
    Command unknown = Command.in(folder, "watch", "load/smell");
    assertEquals(ExitCode.WRONG_INPUT, unknown.exitCode());
    assertTrue(unknown.err().contains("did you mean load/small?"), unknown.err());
  }

  /** The command as a process: it runs again when the file is saved, bears a mistake, and ends with its input. */
  @Test
  @Timeout(60)
  void itRunsAtEachSave() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xss16m", "-XX:TieredStopAtLevel=1",
        "-Dlethe.root=" + folder, "-cp", System.getProperty("java.class.path"), "lethe.harness.cli.Main", "watch", "load/small")
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      waitFor(out, line -> line.contains("\"end\":\"result 42\""));
      String right = Files.readString(file);
      Files.writeString(file, right.replace("CONSTINT 42", "CONSTINT"));
      assertEquals("corpus/load/small.case:16:11: expected an integer, found the end of the line",
          waitFor(out, line -> line.startsWith("corpus/")));
      Files.writeString(file, right.replace("CONSTINT 42", "CONSTINT 43"));
      waitFor(out, line -> line.contains("\"end\":\"result 43\""));
      process.getOutputStream().close();
      assertTrue(process.waitFor(20, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
    } finally {
      process.destroyForcibly();
    }
  }

  private static String waitFor(BufferedReader out, Predicate<String> wanted) throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (wanted.test(line)) {
        return line;
      }
    }
    throw new AssertionError("the command ended");
  }
}
