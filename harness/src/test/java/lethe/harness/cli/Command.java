package lethe.harness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.golden.LetheRoot;

/**
 * One command of {@code lethe}, run in this process.
 *
 * @param out what it printed
 * @param err what it complained about
 */
record Command(int exitCode, String out, String err) {
  /** With the corpus of this project. */
  static Command lethe(String... args) {
    return in(LetheRoot.find(), new ReceivesElsewhere(), args);
  }

  /** What the tests of the corpus received stays as it is, and each command has a folder of its own. */
  private static final class ReceivesElsewhere extends Surroundings {
    private static final AtomicInteger COMMANDS = new AtomicInteger();

    private final int number = COMMANDS.incrementAndGet();

    @Override
    GoldenFiles goldens(Path root) {
      return new GoldenFiles(root.resolve("golden"), root.resolve("harness/target/received-by-commands/" + number));
    }
  }

  /** With the corpus and the goldens of a folder. */
  static Command in(Path root, String... args) {
    return in(root, new Surroundings(), args);
  }

  /** The same in surroundings of a test's own. */
  static Command in(Path root, Surroundings surroundings, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = Main.run(args, new Session(
        new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), () -> root, false, surroundings));
    return new Command(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }
}
