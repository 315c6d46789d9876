package lethe.harness.subject;

import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Expectation;

/**
 * A VM under test. A run is a function of its arguments: the same again gives the same events, byte for byte.
 *
 * <p>A foreign one needs only {@link #run}: it takes a case as {@link lethe.harness.export.CaseExport} writes it, and gives result
 * and output. What it cannot run it {@link #refuses}, what it cannot tell it leaves out, and says so by {@link #tellsFates}; {@code
 * lethe.harness.reference.StockSubject} is one, {@link SubjectCheck} what asks it.
 */
public interface Subject {
  /**
   * Runs a case once, in a fresh VM.
   *
   * <p>All events of the level go to the sink of the options, of all units, from the line {@code lethe} to the line
   * {@code end}; a VM without a trace sends none. What the program does wrong is in the outcome; exceptions say that
   * the case, or the VM, is broken.
   *
   * @param policy one of {@link lethe.harness.corpus.Policies#ALL}
   */
  CaseRun run(Case c, String policy, RunOptions options);

  /** Why it cannot run the case under that policy, or need not be asked; empty if it can. Cases are counted by it. */
  default Optional<String> refuses(Case c, String policy) {
    return Optional.empty();
  }

  /** Does it tell what becomes of units? If not, only results can be compared: its outcomes have no fates. */
  default boolean tellsFates() {
    return true;
  }

  /** Is the outcome what is expected, as far as this VM tells? */
  default boolean meets(Expectation expected, CaseRun run) {
    return tellsFates() ? expected.equals(run.outcome()) : expected.result().equals(run.outcome().result());
  }
}
