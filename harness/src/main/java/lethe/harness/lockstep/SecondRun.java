package lethe.harness.lockstep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where ours differs from the reference, the reference may differ from itself: when it collects at other times, when time has gone
 * by, or when its memory lies elsewhere. Then the difference says nothing of ours: {@link Parting#UNSTEADY}.
 */
final class SecondRun {
  private final Tracer tracer;
  private final Path folder;

  /** @param folder for its trace and its output */
  SecondRun(Tracer tracer, Path folder) {
    this.tracer = tracer.collectingOften();
    this.folder = folder;
  }

  /**
   * Does the reference differ from itself?
   *
   * @param first its run, whose trace is still there
   * @param block up to which they are compared, counted from 0
   */
  boolean differs(Job job, Level level, ReferenceTrace first, long block) throws IOException {
    Files.createDirectories(folder);
    return differ(first, tracer.run(job, Range.whole(level, (block + 1) * Range.BLOCK), folder), block);
  }

  private static boolean differ(ReferenceTrace first, ReferenceTrace second, long block) throws IOException {
    try (ReferenceTrace.Words one = first.words(); ReferenceTrace.Words other = second.words()) {
      for (long i = 0; i <= block && one.hasNext() && other.hasNext(); i++) {
        if (one.next() != other.next()) {
          return true;
        }
      }
    }
    return first.steps() <= (block + 1) * Range.BLOCK && endsDiffer(first, second);
  }

  private static boolean endsDiffer(ReferenceTrace first, ReferenceTrace second) throws IOException {
    return first.steps() != second.steps() || first.digest() != second.digest() || first.exitCode() != second.exitCode()
        || Output.difference(first.output(), second.output()).isPresent();
  }
}
