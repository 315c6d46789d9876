package lethe.harness.subject;

import lethe.harness.corpus.Case;

/**
 * A VM under test. A run is a function of its arguments: the same again gives the same events, byte for byte.
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
}
