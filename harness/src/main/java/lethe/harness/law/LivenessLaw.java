package lethe.harness.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.Finding;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.Recording;

/** Law 4, from what a {@link LivenessWitness} saw at the collections of a run. */
public final class LivenessLaw {
  private LivenessLaw() {}

  /**
   * A policy that promises soundness or completeness must keep the promise in every case, but for a case whose expectation
   * says that it cannot: one that writes into the words by which the policy knows what is alive.
   */
  public static Optional<Finding> check(Case c, Recording recording) {
    List<String> lines = broken(c, recording.policy(), recording.run());
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    lines.add("repeat: harness/lethe run " + c.id() + " --policy " + recording.policy());
    return Optional.of(Law.LIVENESS.broken(c, recording.policy(), lines));
  }

  /** Each promise that the run breaks, a line for each unit. */
  static List<String> broken(Case c, String policy, CaseRun run) {
    List<String> lines = new ArrayList<>();
    if (Policies.SOUND.contains(policy) && !c.expectation(policy).unsound()) {
      run.wronglyFreed().forEach(path -> lines.add("freed though reachable: " + path));
    }
    if (Policies.COMPLETE.contains(policy)) {
      run.wronglyKept().forEach(unit -> lines.add("kept though unreachable: " + unit));
    }
    return lines;
  }
}
