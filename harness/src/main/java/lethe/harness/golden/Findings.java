package lethe.harness.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.SourceLines;
import lethe.harness.change.Words;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Expectation;
import lethe.harness.subject.Recording;
import lethe.vm.trace.EventKind;

/** How each finding is told, in a few lines. */
public final class Findings {
  private Findings() {}

  /** The command that repeats a failure. */
  public static String diffCommand(String caseId, String policy) {
    return "harness/lethe diff " + caseId + " --policy " + policy;
  }

  private static String reviewCommand(String caseId) {
    return "harness/lethe diff " + caseId + ", then harness/lethe approve " + caseId;
  }

  /** The golden is missing. */
  static Finding missing(GoldenFiles files, GoldenFiles.Name name, String caseId, String text) {
    return new Finding(Finding.Kind.NEW, name.approved(), List.of(
        "no approved file golden/" + name.approved(),
        "received " + text.lines().count() + " lines in " + files.received(name),
        "look at it and approve it: " + reviewCommand(caseId)));
  }

  /** The golden has the markers of a merge in it. */
  public static Finding conflict(GoldenFiles.Name name, String caseId) {
    return new Finding(Finding.Kind.CONFLICT, name.approved(), List.of(
        "golden/" + name.approved() + " holds conflict markers of a merge",
        "take either side (git checkout --ours or --theirs), then: harness/lethe check " + caseId,
        "it is not approved with the markers in it"));
  }

  /** The golden differs: how, in words, the first difference, the command. */
  static Finding changed(GoldenChange change, SourceLines source, String command) {
    List<String> lines = new ArrayList<>();
    lines.add(change.danger() + ": " + Words.cut(change.words()));
    change.firstDifference(source).forEach(line -> lines.add(Words.cut(line)));
    lines.add("look at it: " + command);
    return new Finding(Finding.Kind.CHANGED, change.title(), lines);
  }

  /**
   * What a case that is broken produces is no golden.
   *
   * @param heading of what was found in the last run
   */
  public static Finding brokenCase(String caseId, String heading) {
    return Finding.headed(heading, List.of(
        "found in the last run: a case that is broken is repaired, not approved",
        "repeat: harness/lethe check " + caseId));
  }

  /** An approved file that no case produces. */
  public static Finding orphan(String path) {
    return new Finding(Finding.Kind.ORPHAN, path, List.of(
        "no case of the corpus produces golden/" + path,
        "if the case is gone for good: git rm golden/" + path));
  }

  /** The expectation, written by hand, against what happened; empty if they agree. */
  public static Optional<Finding> expectation(Case c, Recording recording) {
    Expectation expected = c.expectation(recording.policy());
    Expectation happened = recording.run().outcome();
    if (expected.equals(happened)) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>(List.of(
        "the case expects: " + expected,
        "what happened:    " + happened));
    recording.events().stream()
        .filter(event -> event.kind() == EventKind.FAULT)
        .forEach(event -> {
          lines.add("fault at " + event.text("at") + ": " + event.text("detail"));
          new CaseSource(c).lineOf(event.text("at")).ifPresent(line -> lines.add("source: " + line));
        });
    recording.run().wronglyFreed().forEach(path -> lines.add("freed though reachable: " + path));
    lines.add("shows: " + c.shows());
    lines.add("repeat: harness/lethe run " + c.id() + " --policy " + recording.policy());
    return Optional.of(new Finding(Finding.Kind.EXPECTATION, c.id() + " under " + recording.policy(), lines));
  }
}
