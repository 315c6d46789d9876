package lethe.harness.golden;

import lethe.harness.subject.CaseRun;

/** What a run says of its policy: was anything freed that was reachable, and was anything dead kept? */
public enum Verdict {
  /** All that was freed was dead, all that was dead at the end has been freed. */
  COMPLETE("sound, complete"),
  /** All that was freed was dead, but something dead stayed. */
  INCOMPLETE("sound, incomplete"),
  /** Something reachable was freed, or freed code was used. */
  UNSOUND("unsound"),
  /** Nothing was loaded, or the run ended before any full collection: it speaks for no policy and against none. */
  NONE("nothing to judge");

  private final String wireName;

  Verdict(String wireName) {
    this.wireName = wireName;
  }

  public static Verdict of(CaseRun run) {
    if (run.outcome().unsound() || run.outcome().result().startsWith("fault freed code ")) {
      return UNSOUND;
    }
    if (run.outcome().fates().isEmpty() || run.counts().full() == 0) {
      return NONE;
    }
    return run.wronglyKept().isEmpty() ? COMPLETE : INCOMPLETE;
  }

  @Override
  public String toString() {
    return wireName;
  }
}
