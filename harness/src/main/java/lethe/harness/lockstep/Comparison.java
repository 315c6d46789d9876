package lethe.harness.lockstep;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/**
 * What came out of comparing a job.
 *
 * @param steps that were alike, or until the block in which a difference was found
 * @param divergence the first step that differs
 * @param ending what differs behind the last step, in one line: output, exit code, an end of the reference that is none
 * @param nanos of our run, of processor time
 * @param referenceNanos of the reference's
 */
public record Comparison(
    Level level, long steps, Optional<Divergence> divergence, Optional<String> ending, Map<Allowance, Long> allowed,
    long nanos, long referenceNanos) {
  /** No difference but those that are allowed. */
  public boolean agrees() {
    return divergence.isEmpty() && ending.isEmpty();
  }

  static Comparison failed(ReferenceTrace reference) throws IOException {
    String message = Files.readString(reference.output().errors()).strip();
    return new Comparison(Level.PC, 0, Optional.empty(),
        Optional.of("the reference did not end: exit " + reference.exitCode() + (message.isEmpty() ? "" : ", " + message)),
        Map.of(), 0, reference.nanos());
  }

  static Comparison of(
      Level level, long steps, ReferenceTrace reference, Optional<OurRun.End> end, Optional<Divergence> divergence)
      throws IOException {
    Optional<String> ending = divergence.isPresent() || end.isEmpty() ? Optional.empty() : ending(end.get(), reference);
    return new Comparison(
        level, steps, divergence, ending, reference.allowed(), end.map(OurRun.End::nanos).orElse(0L), reference.nanos());
  }

  private static Optional<String> ending(OurRun.End end, ReferenceTrace reference) throws IOException {
    int exit = end.outcome().exitCode();
    return exit == reference.exitCode()
        ? Output.difference(end.output(), reference.output())
        : Optional.of("exit code: ours " + exit + " (" + end.outcome().result() + "), reference " + reference.exitCode());
  }
}
