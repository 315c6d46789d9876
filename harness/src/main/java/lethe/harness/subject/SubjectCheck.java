package lethe.harness.subject;

import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Expectation;
import lethe.vm.trace.Level;

/** What the corpus expects of a policy, asked of a VM that has no goldens. */
public final class SubjectCheck {
  private final Subject subject;
  private final Subject printing;

  /**
   * @param subject that is asked
   * @param printing prints what the subject must print: an expectation says nothing of output
   */
  public SubjectCheck(Subject subject, Subject printing) {
    this.subject = subject;
    this.printing = printing;
  }

  /**
   * What came of one case.
   *
   * @param notApplicable why it was not run
   * @param complaint what is wrong, in one message
   */
  public record Answer(Case asked, Optional<String> notApplicable, Optional<String> complaint) {
    public boolean passed() {
      return notApplicable.isEmpty() && complaint.isEmpty();
    }
  }

  /** Asks one case. */
  public Answer of(Case c, String policy) {
    Optional<String> refusal = subject.refuses(c, policy);
    return new Answer(c, refusal, refusal.isPresent() ? Optional.empty() : complaint(c, policy));
  }

  private Optional<String> complaint(Case c, String policy) {
    CaseRun run = run(subject, c, policy);
    Expectation expected = c.expectation(policy);
    if (!subject.meets(expected, run)) {
      return Optional.of(c.id() + "\n  expected " + expected + "\n  found    " + run.outcome());
    }
    List<String> output = run(printing, c, policy).output();
    return output.equals(run.output())
        ? Optional.empty()
        : Optional.of(c.id() + "\n  expected output " + output + "\n  found           " + run.output());
  }

  private static CaseRun run(Subject subject, Case c, String policy) {
    return subject.run(c, policy, new RunOptions(Level.EFFECTS, c.schedule(), event -> {}));
  }
}
