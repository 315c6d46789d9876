package lethe.harness.lockstep;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import lethe.vm.VmOutcome;
import lethe.vm.fault.Fault;

/**
 * What came out of comparing a job.
 *
 * @param steps that were alike, or until the block in which a difference was found
 * @param whole whether our run came to its own end, and was not stopped at a limit or a difference
 * @param divergence the first step that differs
 * @param ending what differs behind the last step, in one line: output, exit code, an end of the reference that is none
 * @param apart why what differs says nothing of our machine; empty if nothing does, or it may
 * @param nanos of our run, of processor time
 * @param referenceNanos of the reference's
 */
public record Comparison(
    Level level, long steps, boolean whole, Optional<Divergence> divergence, Optional<String> ending,
    Optional<Parting> apart, Map<Allowance, Long> allowed, long nanos, long referenceNanos) {
  private static final String REFUSED = "ours ended in fault " + Fault.Kind.MISSING_PRIMITIVE;

  /** No difference but those that are allowed. */
  public boolean agrees() {
    return divergence.isEmpty() && ending.isEmpty();
  }

  /** A difference that nothing sets apart. */
  boolean isOurs() {
    return !agrees() && apart.isEmpty();
  }

  Comparison setApart(Optional<Parting> why) {
    return new Comparison(level, steps, whole, divergence, ending, why, allowed, nanos, referenceNanos);
  }

  static Comparison failed(ReferenceTrace reference) throws IOException {
    int exit = reference.exitCode();
    String message = Files.readString(reference.output().errors()).strip();
    return new Comparison(Level.PC, 0, false, Optional.empty(),
        Optional.of("the reference did not end: exit " + exit + (message.isEmpty() ? "" : ", " + message)),
        exit == 0 ? Optional.of(Parting.ANOTHER_PROGRAM)
            : exit == Command.KILLED ? Optional.of(Parting.TOO_LONG) : Optional.empty(),
        Map.of(), 0, reference.nanos());
  }

  static Comparison of(
      Level level, long steps, ReferenceTrace reference, OurRun.End end, Optional<Divergence> divergence)
      throws IOException {
    Optional<String> ending = end.outcome().isEmpty()
        ? Optional.empty()
        : divergence.isEmpty() ? ending(end, reference) : fault(end.outcome().get());
    Optional<Parting> refused = ending.filter(what -> what.startsWith(REFUSED)).map(what -> Parting.REFUSED);
    return new Comparison(
        level, steps, end.outcome().isPresent(), divergence, ending, refused, reference.allowed(), end.nanos(), reference.nanos());
  }

  private static Optional<String> ending(OurRun.End end, ReferenceTrace reference) throws IOException {
    VmOutcome outcome = end.outcome().orElseThrow();
    return outcome.exitCode() == reference.exitCode()
        ? Output.difference(end.output(), reference.output())
        : Optional.of("exit code: ours " + outcome.exitCode() + " (" + told(outcome) + "), reference "
            + reference.exitCode());
  }

  private static Optional<String> fault(VmOutcome outcome) {
    return outcome.detail().isEmpty() ? Optional.empty() : Optional.of("ours ended in " + told(outcome));
  }

  private static String told(VmOutcome outcome) {
    return outcome.detail().isEmpty() ? outcome.result() : outcome.result().strip() + ": " + outcome.detail();
  }
}
