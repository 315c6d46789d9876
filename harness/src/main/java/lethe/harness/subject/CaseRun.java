package lethe.harness.subject;

import java.util.List;
import lethe.harness.corpus.Expectation;

/**
 * What a case did under one policy.
 *
 * @param outcome result and fates, in the words of an expectation; unsound as the witness saw it
 * @param wronglyFreed instances that were freed while reachable, with the path: {@code plugin: cell 0, clo@plugin+3.1}
 * @param wronglyKept instances that were dead at the end and stayed
 * @param delays of the instances that died: how long each stayed
 * @param output lines that the program wrote
 */
public record CaseRun(
    Expectation outcome,
    List<String> wronglyFreed,
    List<String> wronglyKept,
    List<Delay> delays,
    Counts counts,
    List<String> output) {
  public CaseRun {
    wronglyFreed = List.copyOf(wronglyFreed);
    wronglyKept = List.copyOf(wronglyKept);
    delays = List.copyOf(delays);
    output = List.copyOf(output);
  }
}
