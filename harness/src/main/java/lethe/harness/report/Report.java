package lethe.harness.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Group;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.OpcodeCoverage;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.ours.LetheSubject;
import lethe.harness.verdict.CaseVerdicts;
import lethe.harness.verdict.Verdicts;

/**
 * What a page tells.
 *
 * @param stories by id, packed: few of them are ever read
 */
public record Report(Index index, Map<String, String> stories) {
  /**
   * Runs the cases under every policy and tells what they did.
   *
   * @param hasGoldens whether a case is one of the corpus; others have none
   */
  public static Report of(
      List<Case> cases, LetheSubject subject, GoldenFiles files, Predicate<Case> hasGoldens, Path corpus) {
    List<Told> told = cases.parallelStream().map(c -> Told.of(c, subject, files, hasGoldens.test(c))).toList();
    Map<String, String> stories = new LinkedHashMap<>();
    told.forEach(each -> stories.put(each.entry().id(), each.story()));
    List<Group> groups = Group.of(told.stream().flatMap(each -> each.changes().stream()).toList());
    Verdicts verdicts = Verdicts.of(told.stream().flatMap(each -> each.verdicts().stream()).toList(), corpus);
    return new Report(Index.of(verdicts, groups, told.stream().map(Told::entry).toList()), stories);
  }

  /** @param verdicts empty if the case broke the machine */
  private record Told(CaseEntry entry, Optional<CaseVerdicts> verdicts, List<GoldenChange> changes, String story) {
    static Told of(Case c, LetheSubject subject, GoldenFiles files, boolean hasGoldens) {
      try {
        return run(c, subject, files, hasGoldens);
      } catch (RuntimeException e) {
        // One case that breaks the machine must not hide the others.
        CaseStory story = CaseStory.of(c, List.of(), List.of());
        return new Told(CaseEntry.broken(c, e), Optional.empty(), List.of(), ReportJson.packed(story));
      }
    }

    private static Told run(Case c, LetheSubject subject, GoldenFiles files, boolean hasGoldens) {
      OpcodeCoverage coverage = new OpcodeCoverage();
      List<PolicyRun> runs = new ArrayList<>();
      Policies.ALL.forEach(policy -> runs.add(PolicyRun.of(subject, c, policy, coverage)));
      CaseCheck check = CaseCheck.run(subject, c);
      List<GoldenChange> changes = hasGoldens ? Difference.changes(c, check, files) : List.of();
      CaseStory story = CaseStory.of(c, runs, changes.stream().map(Difference::of).toList());
      List<String> opcodes = Stream.concat(
          coverage.executed().stream().map(Enum::name), coverage.added().keySet().stream()).toList();
      return new Told(
          CaseEntry.of(c, story, opcodes), Optional.of(CaseVerdicts.of(c, check)), changes, ReportJson.packed(story));
    }
  }
}
