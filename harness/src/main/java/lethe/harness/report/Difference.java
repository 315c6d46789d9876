package lethe.harness.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.harness.change.DiffLine;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.View;
import lethe.harness.corpus.Case;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.GoldenFiles;

/**
 * A golden that this run does not agree with.
 *
 * @param path below golden, {@code load/first/stub.approved.jsonl}
 * @param words what has changed
 * @param rows where it differs, with a little around it
 */
record Difference(String path, String danger, String words, List<DiffLine> rows) {
  static Difference of(GoldenChange change) {
    return new Difference(change.path(), change.danger().toString(), change.words(), change.lines(View.HUNKS));
  }

  /** What has become of the goldens of a case: those that differ from this run. */
  static List<GoldenChange> changes(Case c, CaseCheck check, GoldenFiles files) {
    List<GoldenChange> changes = new ArrayList<>();
    change(files, GoldenFiles.Name.outcomes(c.id()), check.outcomes()).ifPresent(changes::add);
    for (String policy : c.tracePolicies()) {
      change(files, GoldenFiles.Name.trace(c.id(), policy), check.trace(policy)).ifPresent(changes::add);
    }
    return changes;
  }

  private static Optional<GoldenChange> change(GoldenFiles files, GoldenFiles.Name name, String text) {
    return files.compare(name, text) == GoldenFiles.State.SAME
        ? Optional.empty()
        : Optional.of(GoldenChange.of(name.approved(), files.approvedText(name), text));
  }
}
