package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code run} answers to a program that uses up too much, and to a file that is no program. */
class RunLimitsTest {
  @TempDir private Path folder;

  private String exits() {
    return SmallPrograms.executable(folder.resolve("exits"), "caml_sys_exit").toString();
  }

  private static void assertWrong(Command command) {
    assertEquals(2, command.exitCode(), command.toString());
    assertEquals(1, command.err().lines().count(), command.err());
    assertEquals("", command.out());
  }

  @Test
  void aLimitOfStepsEndsTheProgram() {
    assertEquals(7, Command.lethe("run", "--max-steps", "2", exits()).exitCode());
    Command stopped = Command.lethe("run", "--max-steps", "1", exits());
    assertEquals(3, stopped.exitCode());
    assertEquals(
        "lethe: " + folder.resolve("exits") + ": fault limit main: steps: 1 are allowed, 0 done before main+0\n",
        stopped.err());
  }

  @Test
  void limitsThatCannotBeAreToldInOneLine() {
    for (List<String> wrong : List.of(
        List.of("--max-steps", "0"), List.of("--max-output", "-1"), List.of("--max-heap", "5"), List.of("--stack", "1"),
        List.of("--max-steps", "many"))) {
      assertWrong(Command.lethe("run", wrong.get(0), wrong.get(1), exits()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "Caml1999O030", "Caml1999X030", "\0\0\0\1Caml1999X030"})
  void whatIsNoProgramIsToldInOneLine(String content) {
    Path file = SmallPrograms.write(folder.resolve("bad"), content.getBytes(StandardCharsets.ISO_8859_1));
    assertWrong(Command.lethe("run", file.toString()));
  }

  @Test
  void eachPieceOfAProgramIsToldInOneLine() {
    byte[] whole = InputFile.bytes(exits());
    for (int length = 0; length < whole.length; length += 7) {
      Path file = SmallPrograms.write(folder.resolve("piece"), Arrays.copyOf(whole, length));
      assertWrong(Command.lethe("run", file.toString()));
    }
  }

  @Test
  void aFolderAndAMissingFileAreToldInOneLine() {
    assertWrong(Command.lethe("run", folder.toString()));
    assertWrong(Command.lethe("run", folder.resolve("missing").toString()));
  }
}
