package lethe.harness.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import lethe.harness.law.LivenessLaw;
import lethe.harness.law.ObservesLaw;
import lethe.harness.law.PolicyLaw;
import lethe.harness.law.ScheduleLaw;
import lethe.harness.law.StaticLaw;
import lethe.harness.law.StepLaw;
import lethe.harness.subject.Subject;
import lethe.harness.verdict.CaseVerdicts;
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

  /** The folder with {@code corpus} and {@code golden}. */
  abstract Path root();

  abstract Subject subject();

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
    files().wipeReceived();
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
    List<String> failures = new ArrayList<>();
    judged.add(CaseVerdicts.of(c, check));
    Optional<Finding> golden = check.compareOutcomes(files());
    verify(failures, GoldenFiles.Name.outcomes(c.id()), check.outcomes(), golden);
    PolicyLaw.check(c, check).ifPresent(finding -> failures.add(finding.toString()));
    StaticLaw.check(c, check).ifPresent(finding -> failures.add(finding.toString()));
    ObservesLaw.check(subject(), c, check).ifPresent(finding -> failures.add(finding.toString()));
    (StaticLaw.appliesTo(check) ? StepLaw.isStatic(subject(), c) : StepLaw.policy(subject(), c))
        .ifPresent(finding -> failures.add(finding.toString()));
    return failures;
  }

  private List<String> underPolicy(Case c, String policy, CaseCheck check) {
    List<String> failures = new ArrayList<>();
    Findings.expectation(c, check.recording(policy)).ifPresent(finding -> failures.add(finding.toString()));
    check.readBack(policy).ifPresent(finding -> failures.add(finding.toString()));
    check.repeat(subject(), policy).ifPresent(finding -> failures.add(finding.toString()));
    LivenessLaw.check(c, check.recording(policy)).ifPresent(finding -> failures.add(finding.toString()));
    if (c.tracePolicies().contains(policy)) {
      Optional<Finding> golden = check.compareTrace(files(), policy, new CaseSource(c));
      verify(failures, GoldenFiles.Name.trace(c.id(), policy), check.trace(policy), golden);
    }
    if (Policies.SOUND.contains(policy)) {
      new ScheduleLaw(subject(), c, policy, check.effects(policy)).check()
          .ifPresent(finding -> failures.add(finding.toString()));
    }
    return failures;
  }

  private void verify(List<String> failures, GoldenFiles.Name name, String text, Optional<Finding> golden) {
    try {
      Golden.verify(files(), name, text, golden);
    } catch (AssertionError differs) {
      failures.add(differs.getMessage());
    }
  }

  private static void failOn(List<String> failures) {
    if (!failures.isEmpty()) {
      throw new AssertionError(String.join("\n", failures));
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
    List<String> orphans = files().orphans(names).stream().map(path -> Findings.orphan(path).toString()).toList();
    assertEquals(List.of(), orphans);
  }

  @Test
  void everyGoldenIsShortEnoughToBeReviewed() {
    assertEquals(List.of(), LargeGoldens.check(files()));
  }
}
