package lethe.harness.suite;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lethe.harness.approval.LedgerCheck;
import lethe.harness.change.Group;
import lethe.harness.change.GroupText;
import lethe.harness.change.RootKinds;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.CaseSource;
import lethe.harness.golden.Finding;
import lethe.harness.golden.Findings;
import lethe.harness.golden.Golden;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.golden.LargeGoldens;
import lethe.harness.golden.LastRun;
import lethe.harness.law.LivenessLaw;
import lethe.harness.law.ObservesLaw;
import lethe.harness.law.PolicyLaw;
import lethe.harness.law.ScheduleLaw;
import lethe.harness.law.StaticLaw;
import lethe.harness.law.StepLaw;
import lethe.harness.subject.Subject;
import lethe.harness.verdict.CaseVerdicts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every case of a corpus, under every policy, with one subject: expectation, golden, laws. {@code -Dlethe.case=PATTERN}
 * restricts it to some cases.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CorpusSuite {
  private static final String CASE_PROPERTY = "lethe.case";

  private final List<CaseVerdicts> judged = new ArrayList<>();
  private final Map<String, String> broken = new TreeMap<>();
  private LastRun run;

  /** The folder with {@code corpus} and {@code golden}. */
  abstract Path root();

  abstract Subject subject();

  /** Tells the roots on the subject's stack apart. */
  RootKinds roots() {
    return RootKinds.UNKNOWN;
  }

  GoldenFiles files() {
    return GoldenFiles.in(root());
  }

  /** Which cases to run. */
  String pattern() {
    return System.getProperty(CASE_PROPERTY, "*");
  }

  private List<Case> cases() {
    return Corpus.readAll(root().resolve("corpus"));
  }

  @BeforeAll
  void startWithoutReceivedFiles() {
    run = LastRun.start(files());
  }

  /** Whoever reads the log reads this last: what changed, each change once, however many tests it fails. */
  @AfterAll
  void tellWhatChanged() {
    run.end(pattern().equals("*"), true, judged.size(), broken);
    List<Group> groups = Group.of(run.changes(roots()));
    if (!groups.isEmpty()) {
      GroupText.lines(groups, broken.keySet()).forEach(System.out::println);
      System.out.println("\nlook at them: harness/lethe review; if they are right: harness/lethe approve --group N");
    }
  }

  @TestFactory
  Stream<DynamicTest> everyCaseUnderEveryPolicy() {
    return Stream.concat(Corpus.select(cases(), pattern()).stream().flatMap(this::tests), together(judged));
  }

  /**
   * Tests of the whole corpus, which run last.
   *
   * @param verdicts of all cases, from the runs that the tests before have made; still empty when this is called
   */
  Stream<DynamicTest> together(List<CaseVerdicts> verdicts) {
    return Stream.empty();
  }

  private Stream<DynamicTest> tests(Case c) {
    Supplier<CaseCheck> check = once(() -> CaseCheck.run(subject(), c));
    Stream<DynamicTest> whole = Stream.of(
        dynamicTest(c.id() + " outcomes", c.file().toUri(), () -> failOn(outcomes(c, check.get()))));
    Stream<DynamicTest> each = Policies.ALL.stream().map(policy -> dynamicTest(
        c.id() + " " + policy, c.file().toUri(), () -> failOn(underPolicy(c, policy, check.get()))));
    return Stream.concat(whole, each);
  }

  private List<String> outcomes(Case c, CaseCheck check) {
    Failures failures = new Failures(c);
    judged.add(CaseVerdicts.of(c, check));
    verify(failures, GoldenFiles.Name.outcomes(c.id()), check.outcomes(), check.compareOutcomes(files()));
    failures.add(PolicyLaw.check(c, check));
    failures.add(StaticLaw.check(c, check));
    failures.add(ObservesLaw.check(subject(), c, check));
    failures.add(StaticLaw.appliesTo(check) ? StepLaw.isStatic(subject(), c) : StepLaw.policy(subject(), c));
    return failures.texts;
  }

  private List<String> underPolicy(Case c, String policy, CaseCheck check) {
    Failures failures = new Failures(c);
    failures.add(Findings.expectation(c, check.recording(policy)));
    failures.add(check.readBack(policy));
    failures.add(check.repeat(subject(), policy));
    failures.add(LivenessLaw.check(c, check.recording(policy)));
    if (c.tracePolicies().contains(policy)) {
      verify(failures, GoldenFiles.Name.trace(c.id(), policy), check.trace(policy),
          check.compareTrace(files(), policy, new CaseSource(c)));
    }
    if (Policies.SOUND.contains(policy)) {
      failures.add(new ScheduleLaw(subject(), c, policy, check.effects(policy)).check());
    }
    return failures.texts;
  }

  private void verify(Failures failures, GoldenFiles.Name name, String text, Optional<Finding> golden) {
    try {
      Golden.verify(files(), name, text, golden);
    } catch (AssertionError differs) {
      failures.texts.add(differs.getMessage());
    }
  }

  /** What is wrong with one case in one test. */
  private final class Failures {
    private final Case theCase;
    private final List<String> texts = new ArrayList<>();

    Failures(Case theCase) {
      this.theCase = theCase;
    }

    void add(Optional<Finding> finding) {
      finding.ifPresent(wrong -> {
        texts.add(wrong.toString());
        if (wrong.forbidsApproval()) {
          broken.putIfAbsent(theCase.id(), wrong.kind() + " " + wrong.about());
        }
      });
    }
  }

  /** The first failure is told, and how many there are beside it: eight lines at most. */
  private static void failOn(List<String> failures) {
    if (!failures.isEmpty()) {
      throw new AssertionError(failures.get(0) + (failures.size() == 1 ? "" : "\n  and " + (failures.size() - 1) + " more"));
    }
  }

  private static <T> Supplier<T> once(Supplier<T> supplier) {
    List<T> result = new ArrayList<>();
    return () -> {
      if (result.isEmpty()) {
        result.add(supplier.get());
      }
      return result.get(0);
    };
  }

  @Test
  void everyGoldenHasItsCase() {
    List<GoldenFiles.Name> names = cases().stream().flatMap(c -> CaseCheck.names(c).stream()).toList();
    failOn(files().orphans(names).stream().map(path -> Findings.orphan(path).toString()).toList());
  }

  @Test
  void everyGoldenHasBeenApproved() {
    failOn(LedgerCheck.check(files()).stream().map(Finding::toString).toList());
  }

  @Test
  void everyGoldenIsShortEnoughToBeReviewed() {
    failOn(LargeGoldens.check(files()).stream().map(Finding::toString).toList());
  }
}
