package lethe.harness.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.GoldenFiles;

/**
 * A golden that this run does not agree with.
 *
 * @param name {@code load/first/stub.approved.jsonl}
 * @param state why: it is new, it has changed, it holds the markers of a merge
 * @param approved its lines; none if there is no file
 * @param received what the run produced instead
 */
record GoldenChange(String name, GoldenFiles.State state, List<String> approved, List<String> received) {
  /** Every golden of a case that differs. */
  static List<GoldenChange> of(Case c, CaseCheck check, GoldenFiles files) {
    List<GoldenChange> changes = new ArrayList<>();
    of(files, GoldenFiles.Name.outcomes(c.id()), check.outcomes()).ifPresent(changes::add);
    for (String policy : c.tracePolicies()) {
      of(files, GoldenFiles.Name.trace(c.id(), policy), check.trace(policy)).ifPresent(changes::add);
    }
    return changes;
  }

  private static Optional<GoldenChange> of(GoldenFiles files, GoldenFiles.Name name, String text) {
    GoldenFiles.State state = files.compare(name, text);
    return state == GoldenFiles.State.SAME
        ? Optional.empty()
        : Optional.of(new GoldenChange(name.approved(), state, approved(files, name), text.lines().toList()));
  }

  private static List<String> approved(GoldenFiles files, GoldenFiles.Name name) {
    try {
      return Files.exists(files.approved(name)) ? Files.readAllLines(files.approved(name)) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
