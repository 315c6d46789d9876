package lethe.harness.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Cases;
import lethe.harness.corpus.Expectation;
import lethe.harness.golden.CaseCheck;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.Counts;
import lethe.harness.subject.Delay;
import lethe.harness.subject.FakeSubject;
import org.junit.jupiter.api.Test;

/** The definitions of the properties, on runs made by hand. */
class CellTest {
  private static final Case SMALL = Cases.parse(Cases.SMALL);

  /** What a run was, of which only that matters. */
  private static CaseRun run(String result, boolean unsound, List<Delay> delays, long depth) {
    return new CaseRun(
        new Expectation(result, SMALL.expectation("keep").fates(), unsound), List.of(), List.of(), delays,
        new Counts(10, 1, 3, 1, 1, depth), List.of());
  }

  /** The stance of a case to policy stub, which runs so; all others run as expected. */
  private static Stance stance(Case c, CaseRun under, Property property) {
    CaseCheck check = CaseCheck.run((theCase, policy, options) ->
        policy.equals("stub") ? under : new FakeSubject().run(theCase, policy, options), c);
    return CaseVerdicts.of(c, check).stance("stub", property);
  }

  private static Stance stance(CaseRun under, Property property) {
    return stance(SMALL, under, property);
  }

  @Test
  void soundIsRefutedByTheWitnessByFreedCodeAndByAFaultThatKeepDoesNotHave() {
    assertEquals(Stance.FOR, stance(run("result 42", false, List.of(), 9), Property.SOUND));
    assertEquals(Stance.against("result 42"), stance(run("result 42", true, List.of(), 9), Property.SOUND));
    assertEquals(Stance.against("fault freed code plugin"),
        stance(run("fault freed code plugin", false, List.of(), 9), Property.SOUND));
    assertEquals(Stance.against("fault memory plugin"),
        stance(run("fault memory plugin", false, List.of(), 9), Property.SOUND));
  }

  @Test
  void aProgramThatBreaksTheRulesRefutesNobody() {
    String text = Cases.SMALL.replace("stub stub-env stub-local handle scan: result 42, freed plugin at gc 1",
        "stub stub-env stub-local handle: fault freed code plugin, freed plugin at gc 1, unsound\n"
            + ";; expect scan: result 42, freed plugin at gc 1");
    CaseRun caught = run("fault freed code plugin", true, List.of(), 9);
    assertEquals(Stance.apart("fault freed code plugin"),
        stance(Cases.parse(";; observes: size\n" + text), caught, Property.SOUND));
    assertEquals(Stance.against("fault freed code plugin"), stance(Cases.parse(text), caught, Property.SOUND));
  }

  @Test
  void completeAndPromptAreJudgedByTheUnitsThatDied() {
    CaseRun none = run("result 42", false, List.of(), 9);
    CaseRun prompt = run("result 42", false, List.of(new Delay("plugin", 0, true)), 9);
    CaseRun late = run("result 42", false, List.of(new Delay("plugin", 2, true)), 9);
    CaseRun never = run("result 42", false, List.of(new Delay("plugin", 1, false)), 9);
    CaseRun faulted = run("fault freed code plugin", false, List.of(new Delay("plugin", 1, false)), 9);
    assertEquals(Stance.SILENT, stance(none, Property.COMPLETE));
    assertEquals(Stance.SILENT, stance(none, Property.PROMPT));
    assertEquals(Stance.FOR, stance(prompt, Property.COMPLETE));
    assertEquals(Stance.FOR, stance(prompt, Property.PROMPT));
    assertEquals(Stance.FOR, stance(late, Property.COMPLETE));
    assertEquals(Stance.against("late by 2"), stance(late, Property.PROMPT));
    assertEquals(Stance.against("left: plugin"), stance(never, Property.COMPLETE));
    assertEquals(Stance.against("never freed"), stance(never, Property.PROMPT));
    assertEquals(Stance.SILENT, stance(faulted, Property.COMPLETE));
  }

  @Test
  void tailCallsMayMakeTheStackTwiceAsDeepAndNoMore() {
    Case tail = Cases.parse(Cases.SMALL.replace("H01 H19", "H22"));
    assertEquals(Stance.SILENT, stance(run("result 42", false, List.of(), 900), Property.TAIL_SAFE));
    assertEquals(Stance.FOR, stance(tail, run("result 42", false, List.of(), 18), Property.TAIL_SAFE));
    assertEquals(Stance.against("19 stack words, 9 under keep"),
        stance(tail, run("result 42", false, List.of(), 19), Property.TAIL_SAFE));
    assertEquals(Stance.against("raised Stack_overflow"),
        stance(tail, run("raised Stack_overflow", false, List.of(), 9), Property.TAIL_SAFE));
  }

  @Test
  void outputsAreThoseUnderKeepUnlessTheCaseObserves() {
    CaseRun other = run("result 41", false, List.of(), 9);
    assertEquals(Stance.against("result 41"), stance(other, Property.OUTPUTS));
    assertEquals(Stance.against("other output"), stance(run("result 42", false, List.of(), 9), Property.OUTPUTS));
    assertEquals(Stance.SILENT, stance(Cases.parse(";; observes: gc\n" + Cases.SMALL), other, Property.OUTPUTS));
  }

  @Test
  void aCellListsTheShortestProgramFirst() {
    CaseRun unsound = run("result 42", true, List.of(), 9);
    CaseCheck check = CaseCheck.run((theCase, policy, options) -> unsound, SMALL);
    CaseVerdicts one = CaseVerdicts.of(SMALL, check);
    CaseVerdicts shorter = new CaseVerdicts("load/shorter", 1, one.hazards(), false, one.cost(), one.stances());
    Cell cell = Cell.of(List.of(shorter, one), "handle", Property.SOUND);
    assertEquals(new Cell("no", 0, "result 42", List.of("load/shorter", "load/small"), List.of()), cell);
    assertEquals(new HazardCell("unsound", List.of("load/shorter", "load/small")),
        HazardCell.of(List.of(shorter, one), "handle"));
    assertEquals(new Cell("open", 0, "", List.of(), List.of()), Cell.of(List.of(one), "handle", Property.TAIL_SAFE));
  }
}
