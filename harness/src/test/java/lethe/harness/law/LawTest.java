package lethe.harness.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Cases;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.Finding;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.FakeSubject;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import org.junit.jupiter.api.Test;

class LawTest {
  private static final Case SMALL = Cases.parse(Cases.SMALL);
  private static final Case STATIC = Cases.parse(Cases.SMALL.replaceAll(", (?:kept|freed|unsound).*", "")
      .replace("fault freed code plugin", "result 42"));

  @Test
  void aProjectionDropsTheCollectorAndNothingElse() {
    Projection projection = Projection.PROGRAM_WITHOUT_COLLECTOR;
    assertEquals(Optional.empty(), projection.of(Event.of(EventKind.GC, "full", "asked")));
    assertEquals(Optional.of("set blk@main+3.1.0, value 42"),
        projection.of(Event.of(EventKind.SET, "blk@main+3.1.0", "42", "remember")));
    assertEquals(Optional.of("end result 1, steps 10, allocs 2, words 6, depth 9"),
        projection.of(Event.of(EventKind.END, "result 1", 10, 2, 6, 3, 1, 9)));
    Event out = Event.of(EventKind.OUT, "a");
    assertEquals(Optional.of(out.toString()), projection.of(out));
    assertTrue(projection.reason(EventKind.SET, "barrier").isPresent());
    assertTrue(projection.reason(EventKind.FREE, "").isPresent());
    assertFalse(projection.reason(EventKind.SET, "value").isPresent());
  }

  @Test
  void theVisiblePartIsOutputHostCallsAndResult() {
    assertEquals(List.of("{\"prim\":\"lethe_get\",\"args\":[\"0\"]}", "{\"out\":\"a\"}", "end result 1"),
        Projection.VISIBLE.of(List.of(
            Event.of(EventKind.PRIM, "lethe_get", List.of("0")),
            Event.of(EventKind.PRIM, "caml_alloc_dummy", List.of("2")),
            Event.of(EventKind.OUT, "a"),
            Event.of(EventKind.RUN, "plugin"),
            Event.of(EventKind.END, "result 1", 10, 2, 6, 3, 1, 9))));
  }

  @Test
  void theScheduleLawHoldsForAnObedientSubjectAndNamesTheScheduleThatBreaksIt() {
    assertEquals(Optional.empty(), scheduleLaw(new FakeSubject()).check());
    boolean[] collected = {false};
    FakeSubject broken = twisted(event -> {
      collected[0] = event.kind() != EventKind.LETHE && (collected[0] || event.kind() == EventKind.GC);
      return event.kind() == EventKind.OUT && collected[0] ? event.with("out", "garbage") : event;
    });
    String message = scheduleLaw(broken).check().orElseThrow().toString();
    assertTrue(message.startsWith("LAW 1 (schedule) load/small under stub\n"), message);
    assertTrue(message.contains("schedule main+3.1: {\"out\":\"garbage\"}"), message);
    assertTrue(message.contains("points of schedule all: 1; enough to break the law: main+3.1"), message);
    assertTrue(
        message.endsWith("repeat: harness/lethe laws load/small --policy stub --schedule 'points:main+3.1'"), message);
  }

  @Test
  void lawFourHoldsUnderEverySchedule() {
    FakeSubject frees = new FakeSubject(e -> e, run -> new CaseRun(
        run.outcome(), List.of("plugin: cell 0"), List.of(), List.of(), run.counts(), run.output()));
    String message = scheduleLaw(frees).check().orElseThrow().toString();
    assertTrue(message.startsWith("LAW 4 (liveness) load/small under stub\n"), message);
    assertTrue(message.endsWith("--schedule 'none'"), message);
  }

  @Test
  void aSweepTellsHowMuchItTried() {
    FakeSubject subject = new FakeSubject();
    Sweep.Tally tally = new Sweep(List.of("none", "all"), 3, 10)
        .of(subject, SMALL, "stub", CaseCheck.run(subject, SMALL));
    assertEquals(new Sweep.Tally(1, 1, 6, List.of()), tally);
    assertEquals(List.of("a", "c", "e"), Sweep.spread(List.of("a", "b", "c", "d", "e", "f"), 3));
  }

  @Test
  void stepsAreComparedAsTheyWereCompiled() {
    StepProjection projection = new StepProjection(true);
    assertEquals(Optional.empty(), projection.of(Event.of(EventKind.REWRITE, "p+0", "CLOSURE", "CLOSURE_DYN")));
    assertEquals(Optional.of("p+0 CLOSURE 0 8, accu 0, depth 9"),
        projection.of(Event.of(EventKind.STEP, "p+0", "CLOSURE_DYN 0 8", "0", 9)));
    assertEquals(Optional.of("p+0 CLOSURE 0 8, accu 0"),
        new StepProjection(false).of(Event.of(EventKind.STEP, "p+0", "CLOSURE 0 8", "0", 9)));
    assertEquals(Optional.empty(), projection.of(Event.of(EventKind.STEP, "stub+0", "CALL_DYN", "0", 9)));
    assertEquals(Optional.empty(), StepLaw.policy(new FakeSubject(), SMALL));
    String message = StepLaw.policy(otherUnder("handle"), SMALL).orElseThrow().toString();
    assertTrue(message.startsWith("LAW 2 (policy) load/small under keep and handle\n"), message);
    assertTrue(message.contains("handle: {\"out\":\"other\"}"), message);
    assertTrue(StepLaw.isStatic(otherUnder("force"), STATIC).isPresent());
    assertEquals(Optional.empty(), StepLaw.isStatic(new FakeSubject(), STATIC));
  }

  @Test
  void aKeyUnderObservesMustBeNeeded() {
    Case observing = Cases.parse(";; observes: size\n" + Cases.SMALL);
    FakeSubject same = new FakeSubject();
    assertEquals("no law fails without the key: size",
        ObservesLaw.check(same, observing, CaseCheck.run(same, observing)).orElseThrow().lines().get(1));
    FakeSubject other = otherUnder("handle");
    assertEquals(Optional.empty(), ObservesLaw.check(other, observing, CaseCheck.run(other, observing)));
  }

  private static ScheduleLaw scheduleLaw(FakeSubject subject) {
    return new ScheduleLaw(subject, SMALL, "stub", CaseCheck.run(new FakeSubject(), SMALL).effects("stub"));
  }

  @Test
  void theScheduleLawIsSilentAboutUnsoundPoliciesAndCasesThatObserve() {
    assertFalse(ScheduleLaw.appliesTo(SMALL, "force"));
    assertTrue(ScheduleLaw.appliesTo(SMALL, "handle"));
    assertFalse(ScheduleLaw.appliesTo(Cases.parse(";; observes: liveness\n" + Cases.SMALL), "handle"));
  }

  @Test
  void thePolicyLawComparesWhatIsVisible() {
    assertEquals(Optional.empty(), PolicyLaw.check(SMALL, CaseCheck.run(new FakeSubject(), SMALL)));
    String message = PolicyLaw.check(SMALL, CaseCheck.run(otherUnder("handle"), SMALL)).orElseThrow().toString();
    assertTrue(message.startsWith("LAW 2 (policy) load/small under keep and handle\n"), message);
  }

  @Test
  void theStaticLawComparesEverythingButTheFirstLine() {
    assertEquals(Optional.empty(), StaticLaw.check(STATIC, CaseCheck.run(new FakeSubject(), STATIC)));
    Finding finding = StaticLaw.check(STATIC, CaseCheck.run(otherUnder("force"), STATIC)).orElseThrow();
    assertTrue(finding.toString().startsWith("LAW 3 (static) load/small under keep and force\n"), finding.toString());
    assertEquals(Optional.empty(), StaticLaw.check(SMALL, CaseCheck.run(otherUnder("force"), SMALL)));
  }

  @Test
  void theLivenessLawHoldsPoliciesToTheirPromise() {
    FakeSubject leaks = new FakeSubject(e -> e, run -> new CaseRun(
        run.outcome(), List.of("plugin: cell 0"), List.of("plugin"), List.of(), run.counts(), run.output()));
    CaseCheck check = CaseCheck.run(leaks, SMALL);
    assertEquals(3, LivenessLaw.check(SMALL, check.recording("keep")).orElseThrow().lines().size());
    assertEquals(4, LivenessLaw.check(SMALL, check.recording("handle")).orElseThrow().lines().size());
    assertEquals(Optional.empty(), LivenessLaw.check(SMALL, check.recording("force")));
  }

  private static FakeSubject twisted(UnaryOperator<Event> twist) {
    return new FakeSubject(twist, run -> run);
  }

  private static FakeSubject otherUnder(String policy) {
    boolean[] under = {false};
    return twisted(event -> {
      under[0] = event.kind() == EventKind.LETHE ? event.text("policy").equals(policy) : under[0];
      return under[0] && event.kind() == EventKind.OUT ? event.with("out", "other") : event;
    });
  }
}
