package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lethe.harness.golden.LetheRoot;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The commands of README.md do what it says. */
class ReadmeTest {
  @TempDir private Path folder;

  private static ReadmeCommands readme() throws IOException {
    return ReadmeCommands.of(Files.readString(LetheRoot.find().resolve("README.md")));
  }

  @Test
  void readsTheLinesOfShellBlocks() {
    ReadmeCommands read = ReadmeCommands.of("""
        text harness/lethe no
        ```sh
        # a comment
        mvn verify
        $ harness/lethe run 'a b' > out && harness/lethe check load | less  # exit 1
        ```
        ```
        harness/lethe not this
        ```
        """);
    assertEquals(
        List.of("mvn verify", "harness/lethe run 'a b' > out && harness/lethe check load | less"), read.lines());
    assertEquals(List.of(List.of("run", "a b"), List.of("check", "load")),
        read.commands().stream().map(ReadmeCommands.Documented::arguments).toList());
    assertEquals(1, read.commands().get(1).exitCode());
  }

  @Test
  void theTestCommandIsTheOneThatContinuousIntegrationRuns() throws IOException {
    String run = Files.readString(LetheRoot.find().resolve(".ci/run"));
    List<String> maven = readme().lines().stream().filter(line -> line.startsWith("mvn ")).toList();
    assertTrue(maven.contains("mvn verify") || maven.contains("mvn -B verify"), maven.toString());
    assertTrue(run.lines().anyMatch("mvn -B verify"::equals), run);
  }

  @TestFactory
  Stream<DynamicTest> everyCommandEndsAsDocumented() throws IOException {
    List<ReadmeCommands.Documented> commands = readme().commands();
    assertFalse(commands.isEmpty(), "README.md shows no line harness/lethe …");
    return commands.stream().map(command -> dynamicTest(command.line(), () -> run(command)));
  }

  private void run(ReadmeCommands.Documented command) {
    List<String> args = redirected(command.arguments());
    String name = args.isEmpty() ? "" : args.get(0);
    // Would write into the source tree, take long, measure this JVM, or read what only a reader has: being understood must do.
    if (Set.of("approve", "review", "diff", "mutants", "bench", "campaign", "verdicts", "report").contains(name)
        || args.stream().anyMatch(ReadmeTest::isAbsentFile)) {
      Path root = LetheRoot.find();
      var parsed = LetheCommand.create(new Session(System.out, System.err, () -> root, true), "")
          .parseArgs(args.toArray(new String[0]));
      assertTrue(parsed.hasSubcommand(), command.line());
    } else {
      Command done = Command.lethe(args.toArray(new String[0]));
      assertEquals(command.exitCode(), done.exitCode(), command.line() + "\n" + done.out() + done.err());
    }
  }

  /** Files are named from the project's folder; what is written goes to a folder of this test. */
  private List<String> redirected(List<String> arguments) {
    List<String> args = new ArrayList<>();
    boolean isOutput = false;
    for (String argument : arguments) {
      Path inProject = LetheRoot.find().resolve(argument);
      if (isOutput) {
        args.add(folder.resolve(Path.of(argument).getFileName()).toString());
      } else {
        args.add(argument.contains("/") && Files.exists(inProject) ? inProject.toString() : argument);
      }
      isOutput = Set.of("-o", "--output", "--to").contains(argument);
    }
    return args;
  }

  private static boolean isAbsentFile(String argument) {
    return argument.matches(".*\\.(cmo|cma|byte|bc|out|exe|asm)") && !Files.exists(Path.of(argument));
  }
}
