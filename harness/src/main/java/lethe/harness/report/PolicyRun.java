package lethe.harness.report;

import java.util.List;
import lethe.harness.corpus.Case;
import lethe.harness.golden.Verdict;
import lethe.harness.ours.LetheSubject;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.Counts;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;

/**
 * A case under one policy, at level steps, all units.
 *
 * @param expected what the case says must happen
 * @param happened what did, in the same words
 * @param verdict on the policy
 * @param wronglyFreed instances that were freed while reachable, with the path
 * @param events all, but for those that a long run leaves out
 * @param numbers of the events in the whole trace, from 1; empty if none is left out
 * @param glances at the start of each instruction that was looked at
 * @param keepers in the order of their events
 * @param collections in their order
 */
record PolicyRun(
    String policy, String expected, String happened, boolean agrees, String verdict, Counts counts,
    List<String> wronglyFreed, List<Event> events, List<Long> numbers, List<Glance> glances,
    List<Keeper> keepers, List<Collected> collections) {

  /** Runs the case and looks on. */
  static PolicyRun of(LetheSubject subject, Case c, String policy, EventSink alsoHears) {
    RunRecorder recorder = new RunRecorder();
    CaseRun run = subject.watch(c, policy, Level.STEPS, c.schedule(), (event, vm) -> {
      alsoHears.accept(event);
      recorder.hears(event, vm);
    });
    return new PolicyRun(
        policy, c.expectation(policy).toString(), run.outcome().toString(), c.expectation(policy).equals(run.outcome()),
        Verdict.of(run).toString(), run.counts(), run.wronglyFreed(), recorder.events(), recorder.numbers(),
        recorder.glances(), recorder.keepers(), recorder.collections());
  }
}
