package lethe.harness.repeat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lethe.vm.fault.InputError;

/** Ways to start a JVM in which nothing of ours may be different. */
public enum OtherJvm {
  AGAIN(),
  ONCE_MORE(),
  INTERPRETED("-Xint"),
  QUICK_COMPILER("-XX:TieredStopAtLevel=1"),
  PARALLEL_COLLECTOR("-XX:+UseParallelGC"),
  G1_COLLECTOR("-XX:+UseG1GC", "-Xmx512m"),
  TURKISH("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Istanbul"),
  ARABIC_DIGITS("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=Pacific/Chatham"),
  OTHER_CHARSET("-Dfile.encoding=ISO-8859-1", "-Dsun.jnu.encoding=ISO-8859-1"),
  OTHER_HASHES("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> flags;

  OtherJvm(String... flags) {
    this.flags = List.of(flags);
  }

  /**
   * Runs a command of the command line in such a JVM.
   *
   * @param root the folder with the corpus
   * @return its output, line by line
   */
  public List<String> lines(Path root, List<String> command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(List.of("-Xss16m", "-Dlethe.root=" + root, "-cp", System.getProperty("java.class.path")));
    all.addAll(flags);
    all.add("lethe.harness.cli.Main");
    all.addAll(command);
    Process process = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new InputError("java " + String.join(" ", flags), "exit 0", "exit " + exitCode);
    }
    return lines;
  }

  @Override
  public String toString() {
    return flags.isEmpty() ? "the same again" : String.join(" ", flags);
  }
}
