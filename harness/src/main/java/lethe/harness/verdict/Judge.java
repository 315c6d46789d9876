package lethe.harness.verdict;

import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Expectation;
import lethe.harness.corpus.Observation;
import lethe.harness.corpus.Policies;
import lethe.harness.cost.CostRow;
import lethe.harness.cost.Measure;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.Verdict;
import lethe.harness.law.Projection;
import lethe.harness.law.StaticLaw;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.Delay;

/** Applies the definitions of {@link Property} to a case under one policy. */
final class Judge {
  private static final String BASELINE = Policies.ALL.get(0);
  private static final String TAIL_CALLS = "H22";
  private static final String OVERFLOW = "raised Stack_overflow";
  private static final String FAULT = "fault ";
  private static final List<Measure> OF_STATIC_CODE =
      List.of(Measure.INSTRUCTIONS, Measure.READ, Measure.ALLOCATED, Measure.STACK);

  private final Case theCase;
  private final CaseCheck check;
  private final Optional<CostRow> cost;
  private final String policy;
  private final CaseRun run;
  private final CaseRun baseline;

  /** @param cost if the case has the key */
  Judge(Case theCase, CaseCheck check, Optional<CostRow> cost, String policy) {
    this.theCase = theCase;
    this.check = check;
    this.cost = cost;
    this.policy = policy;
    run = check.recording(policy).run();
    baseline = check.recording(BASELINE).run();
  }

  Stance stance(Property property) {
    Stance stance = raw(property);
    return stance.is(Stance.Kind.AGAINST) && breaksTheRules(theCase) ? Stance.apart(stance.note()) : stance;
  }

  private Stance raw(Property property) {
    return switch (property) {
      case SOUND -> sound();
      case COMPLETE -> complete();
      case PROMPT -> prompt();
      case TAIL_SAFE -> tailSafe();
      case STATIC -> unaffected();
      case OUTPUTS -> outputs();
    };
  }

  private Stance sound() {
    if (run.outcome().unsound() || (isFault(run) && !isFault(baseline))) {
      return Stance.against(result(run));
    }
    return Verdict.of(run) == Verdict.NONE ? Stance.SILENT : Stance.FOR;
  }

  /** See the package's comment. */
  static boolean breaksTheRules(Case c) {
    return (c.observes(Observation.SIZE) || c.observes(Observation.CODE))
        && Policies.SOUND.stream().map(c::expectation).anyMatch(Judge::fails);
  }

  private static boolean fails(Expectation expectation) {
    return expectation.unsound() || expectation.result().startsWith(FAULT);
  }

  private Stance complete() {
    if (isFault(run) || run.delays().isEmpty()) {
      return Stance.SILENT;
    }
    List<String> left = run.delays().stream().filter(delay -> !delay.freed()).map(Delay::unit).toList();
    return left.isEmpty() ? Stance.FOR : Stance.against("left: " + String.join(" ", left));
  }

  private Stance prompt() {
    if (run.delays().isEmpty()) {
      return Stance.SILENT;
    }
    if (run.delays().stream().anyMatch(delay -> !delay.freed())) {
      return Stance.against("never freed");
    }
    int latest = run.delays().stream().mapToInt(Delay::collections).max().orElseThrow();
    return latest == 0 ? Stance.FOR : Stance.against("late by " + latest);
  }

  private Stance tailSafe() {
    if (!theCase.hazards().contains(TAIL_CALLS) || result(baseline).equals(OVERFLOW)) {
      return Stance.SILENT;
    }
    return cost.map(this::tailSafeByCost).orElseGet(this::tailSafeByDepth);
  }

  private Stance tailSafeByCost(CostRow row) {
    if (!row.isKnown(policy) || row.figure(BASELINE, Measure.STACK) != 0) {
      return Stance.SILENT;
    }
    long words = row.figure(policy, Measure.STACK);
    return words == 0 ? Stance.FOR : Stance.against(words + " stack words each");
  }

  private Stance tailSafeByDepth() {
    if (result(run).equals(OVERFLOW)) {
      return Stance.against(OVERFLOW);
    }
    if (isFault(run)) {
      return Stance.SILENT;
    }
    long depth = run.counts().depth();
    return depth <= 2 * baseline.counts().depth()
        ? Stance.FOR
        : Stance.against(depth + " stack words, " + baseline.counts().depth() + " under " + BASELINE);
  }

  private Stance unaffected() {
    if (!StaticLaw.appliesTo(check)) {
      return Stance.SILENT;
    }
    Optional<List<String>> difference = Projection.BEHIND_FIRST_LINE.difference(
        BASELINE, check.effects(BASELINE), policy, check.effects(policy));
    if (difference.isPresent()) {
      return Stance.against(difference.get().get(0));
    }
    return cost.flatMap(this::costOfStaticCode).map(Stance::against).orElse(Stance.FOR);
  }

  private Optional<String> costOfStaticCode(CostRow row) {
    return OF_STATIC_CODE.stream()
        .filter(measure -> row.isKnown(BASELINE)
            && (!row.isKnown(policy) || row.figure(policy, measure) != row.figure(BASELINE, measure)))
        .map(measure -> "other " + measure.title())
        .findFirst();
  }

  private Stance outputs() {
    if (baseline.outcome().fates().isEmpty() || !theCase.observes().isEmpty()) {
      return Stance.SILENT;
    }
    if (!result(run).equals(result(baseline))) {
      return Stance.against(result(run));
    }
    return run.output().equals(baseline.output()) ? Stance.FOR : Stance.against("other output");
  }

  private static boolean isFault(CaseRun run) {
    return result(run).startsWith(FAULT);
  }

  private static String result(CaseRun run) {
    return run.outcome().result();
  }
}
