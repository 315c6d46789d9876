package lethe.harness.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import lethe.harness.golden.LetheRoot;
import org.junit.jupiter.api.Test;

/** A fixed sample of changed inputs, and that the campaign tells what is wrong. */
class FuzzTest {
  private static final long SAMPLE = 2_000;
  private static final List<Case> CASES = Corpus.readAll(LetheRoot.find().resolve("corpus"));

  @Test
  void eachInputOfTheSampleIsAnswered() {
    List<String> problems = new ArrayList<>();
    Tally tally = new Campaign(CASES, 1, List.of(InputKind.values())).run(SAMPLE, d -> problems.add(d.problem()));
    assertEquals(List.of(), problems);
    assertEquals(SAMPLE, tally.inputs());
    tally.answers().forEach((kind, answers) ->
        assertTrue(answers.getOrDefault(Answer.ACCEPTED, 0L) > 0, "no " + kind + " is accepted: " + answers));
  }

  @Test
  void theInputsAreAFunctionOfTheSeed() {
    Campaign one = new Campaign(CASES, 7, List.of(InputKind.CMO));
    Campaign same = new Campaign(CASES, 7, List.of(InputKind.CMO));
    for (int number = 0; number < 100; number++) {
      assertArrayEquals(one.input(InputKind.CMO, number), same.input(InputKind.CMO, number));
    }
  }

  @Test
  void whatIsThrownIsADefectWithItsPlace() {
    Attempt attempt = Attempt.thrown(new IllegalStateException("boom"));
    assertTrue(attempt.isDefect());
    assertTrue(attempt.problem().startsWith("java.lang.IllegalStateException: boom\n  at lethe.harness.fuzz.FuzzTest."));
  }

  @Test
  void anUnchangedSeedOfEachKindIsAccepted() {
    for (InputKind kind : InputKind.values()) {
      byte[] seed = new Seeds(CASES).of(kind).get(0);
      assertEquals("", FuzzInput.problem(kind, seed), () -> kind + " " + new String(seed, StandardCharsets.ISO_8859_1));
    }
  }
}
