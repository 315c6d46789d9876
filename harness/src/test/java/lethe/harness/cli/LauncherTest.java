package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lethe.harness.golden.LetheRoot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The script {@code harness/lethe}, with a project of empty files and programs that only log that they were called. */
class LauncherTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

  @TempDir private Path folder;
  private Path root;
  private Path jar;

  @BeforeEach
  void makeProject() throws IOException {
    root = Files.createDirectory(folder.resolve("project with blanks"));
    jar = root.resolve("harness/target/harness-0.1.0.jar");
    for (String name : List.of("vm/src/main/A.java", "harness/src/main/B.java", "corpus/load/small.case")) {
      SmallPrograms.write(root.resolve(name), new byte[0]);
    }
    for (String name : List.of("pom.xml", "vm/pom.xml", "harness/pom.xml")) {
      SmallPrograms.write(root.resolve(name), new byte[0]);
    }
    Files.copy(LetheRoot.find().resolve("harness/lethe"), root.resolve("harness/lethe"),
        StandardCopyOption.COPY_ATTRIBUTES);
    program("mvn", "echo \"mvn in $PWD\" >> \"$LOG\"; mkdir -p harness/target; touch harness/target/harness-0.1.0.jar");
    program("java", "for last; do :; done; echo \"java $last\" >> \"$LOG\"; exit 5");
  }

  private void program(String name, String body) throws IOException {
    Path file = SmallPrograms.write(
        folder.resolve("bin/" + name), ("#!/bin/sh\n" + body + "\n").getBytes(StandardCharsets.UTF_8));
    assertTrue(file.toFile().setExecutable(true));
  }

  /** What was called, and the exit code. */
  private List<String> launch(Path from, String... args) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Files.deleteIfExists(log);
    List<String> command = new ArrayList<>(List.of(root.resolve("harness/lethe").toString()));
    command.addAll(List.of(args));
    ProcessBuilder process = new ProcessBuilder(command).directory(from.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    process.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
    process.environment().put("LOG", log.toString());
    process.environment().remove("JAVA_HOME");
    int exitCode = process.start().waitFor();
    List<String> lines = new ArrayList<>(Files.readAllLines(log));
    lines.add("exit " + exitCode);
    return lines;
  }

  @Test
  void buildsOnFirstUseOnly() throws IOException, InterruptedException {
    List<String> first = launch(folder, "list", "a b");
    assertEquals("mvn in " + root, first.get(0));
    assertEquals(List.of("java a b", "exit 5"), first.subList(first.size() - 2, first.size()));
    List<String> second = launch(root.resolve("corpus"), "list");
    assertEquals(List.of("java list", "exit 5"), second.subList(second.size() - 2, second.size()));
    assertTrue(second.stream().noneMatch(line -> line.startsWith("mvn")), second.toString());
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws IOException, InterruptedException {
    launch(folder, "list");
    Files.setLastModifiedTime(jar, LONG_AGO);
    assertEquals("mvn in " + root, launch(folder, "list").get(0));
  }

  @Test
  void theLibraryOnTheBootPathIsTheOneThatIsBuiltWith() throws IOException {
    Path library = Path.of(CommandLine.class.getProtectionDomain().getCodeSource().getLocation().getPath()).getFileName();
    String script = Files.readString(LetheRoot.find().resolve("harness/lethe"));
    assertTrue(script.contains("\"-Xbootclasspath/a:$target/lib/" + library + "\""), library.toString());
  }

  @Test
  void aBuildThatFailsIsAnInternalError() throws IOException, InterruptedException {
    program("mvn", "echo mvn >> \"$LOG\"; exit 1");
    assertEquals(List.of("mvn", "exit 3"), launch(folder, "list"));
  }
}
