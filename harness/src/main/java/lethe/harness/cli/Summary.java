package lethe.harness.cli;

import java.util.List;
import java.util.Optional;
import lethe.harness.approval.Ledger;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Group;
import lethe.harness.change.GroupMarkdown;
import lethe.harness.golden.GoldenFiles;

/** What has changed, in Markdown for a pull request: the same text from {@code diff} and from {@code report}. */
final class Summary {
  private Summary() {}

  /** @param areApproved whether the goldens that are here are those that the groups tell of, and the ledgers give their reasons */
  static List<String> lines(Session session, List<Group> groups, boolean areApproved) {
    return new GroupMarkdown(change -> areApproved ? reason(session, change) : "").lines(groups);
  }

  /** Why the golden that is here now was approved, if it was. */
  private static String reason(Session session, GoldenChange change) {
    GoldenFiles.Name name = GoldenFiles.Name.of(change.path());
    Optional<String> digest = session.goldens().approvedText(name).map(Ledger::sha256);
    return Ledger.read(session.goldens(), name.caseId()).last(change.path().substring(name.caseId().length() + 1))
        .filter(entry -> digest.equals(Optional.of(entry.sha256()))).map(Ledger.Entry::reason).orElse("");
  }
}
