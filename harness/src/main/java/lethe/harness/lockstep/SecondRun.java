package lethe.harness.lockstep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where ours differs from the reference, the reference may differ from itself: when it collects at other times, when time has gone
 * by, or when its memory lies elsewhere. Then the difference says nothing of ours, and the program is set apart.
 */
final class SecondRun {
  private static final String UNSTEADY =
      "is not the same twice on the reference: it looks at times of collections, at clocks or at addresses";
  private static final String PROFILES = "profiles its memory: the reference calls the tracker within an instruction, ours after it";

  private final Tracer tracer;
  private final Path folder;

  /** @param folder for its trace and its output */
  SecondRun(Tracer tracer, Path folder) {
    this.tracer = tracer.collectingOften();
    this.folder = folder;
  }

  /**
   * Why a difference says nothing of ours; empty if it may.
   *
   * @param first the reference's run, whose trace is still there
   * @param block in which ours differs, counted from 0
   */
  Optional<String> apart(Job job, Level level, ReferenceTrace first, long block) throws IOException {
    Files.createDirectories(folder);
    ReferenceTrace second = tracer.run(job, Range.whole(level, (block + 1) * Range.BLOCK), folder);
    if (differ(first, second, block)) {
      return Optional.of(UNSTEADY);
    }
    return second.allowed().getOrDefault(Allowance.MEMORY_PROFILE, 0L) > 0 ? Optional.of(PROFILES) : Optional.empty();
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
