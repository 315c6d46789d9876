package lethe.harness.report;

import java.util.Collections;
import java.util.List;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;

/**
 * A case in the index.
 *
 * @param outcomes what happened, by policy in the order of {@link Policies#ALL}
 * @param disagreeing policies under which it is not what the case expects
 * @param traced policies whose trace is approved
 * @param changes how many goldens the run does not agree with
 * @param opcodes that it executed under some policy, those of policies too
 */
record CaseEntry(
    String id, String title, String shows, List<String> hazards, List<String> outcomes, List<String> disagreeing,
    List<String> traced, int changes, List<String> opcodes) {

  static CaseEntry of(Case c, CaseStory story, List<String> opcodes) {
    return new CaseEntry(
        c.id(), c.title(), c.shows(), c.hazards(), story.runs().stream().map(PolicyRun::happened).toList(),
        story.runs().stream().filter(run -> !run.agrees()).map(PolicyRun::policy).toList(),
        c.tracePolicies(), story.changes().size(), opcodes);
  }

  /** A case that broke the machine: no outcome, under no policy. */
  static CaseEntry broken(Case c, RuntimeException e) {
    return new CaseEntry(
        c.id(), c.title(), c.shows(), c.hazards(), Collections.nCopies(Policies.ALL.size(), "the machine broke: " + e),
        Policies.ALL, c.tracePolicies(), 0, List.of());
  }
}
