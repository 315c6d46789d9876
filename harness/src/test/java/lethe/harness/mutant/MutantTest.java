package lethe.harness.mutant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Cases;
import lethe.harness.corpus.Corpus;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.LetheRoot;
import lethe.harness.ours.LetheSubject;
import lethe.harness.subject.Recording;
import lethe.vm.fault.InputError;
import lethe.vm.trace.Level;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each machine that is wrong on purpose is noticed by a case of the corpus, and the right one by none. */
class MutantTest {
  private static MutantRun run;
  private static List<Case> cases;

  @BeforeAll
  static void readTheCorpus() {
    cases = Corpus.readAll(LetheRoot.find().resolve("corpus"));
    run = new MutantRun(cases);
  }

  @TestFactory
  Stream<DynamicTest> eachIsNoticedAndNotByCrashAlone() {
    return Mutants.all().stream().map(mutant -> DynamicTest.dynamicTest(mutant.id(), () -> {
      Optional<Kill> kill = run.first(mutant);
      String repeat = ". Repeat: harness/lethe mutants " + mutant.id();
      assertTrue(kill.isPresent(), () -> "no case notices that " + mutant.wrong() + repeat);
      assertTrue(kill.get().how().isGood(), () -> "noticed only by " + kill.get() + repeat);
    }));
  }

  @Test
  void theRightMachineIsNotNoticed() {
    Mutant right = new Mutant("right", "nothing is wrong", "nothing", "H89", Policies.ALL, BoundedParts::new);
    assertEquals(Optional.empty(), run.first(right));
  }

  @Test
  void noTwoAreAlike() {
    Set<String> ids = new HashSet<>();
    Set<String> sentences = new HashSet<>();
    for (Mutant mutant : Mutants.all()) {
      assertTrue(ids.add(mutant.id()), mutant.id());
      assertTrue(sentences.add(mutant.wrong()), mutant.wrong());
      assertTrue(mutant.hazard().matches("H[0-9]{2,}"), mutant.hazard());
      assertTrue(Policies.ALL.containsAll(mutant.policies()), mutant.id());
      assertNotEquals(mutant.parts().get(), mutant.parts().get(), "a machine has parts of its own");
    }
  }

  @Test
  void aProgramThatDoesNotEndIsStopped() {
    Case c = Cases.parse(Cases.SMALL.replace("  CONST1\n", "again:\n  BRANCH again\n"));
    Recording recording = Recording.of(new LetheSubject(new BoundedParts()), c, "keep", Level.EFFECTS, "none");
    assertEquals("fault limit main", recording.run().outcome().result());
    assertTrue(recording.run().counts().steps() <= BoundedMachine.LIMIT_STEPS + 1);
  }

  @Test
  void theReportSaysWhichCaseNoticedAndFailsIfNoneDid() {
    StringWriter noticed = new StringWriter();
    List<Case> one = Corpus.select(cases, "closures/duplicated");
    assertEquals(0, MutantReport.print(new PrintWriter(noticed), one, "dup"));
    assertEquals(
        """
        mutant               noticed first by                         policy  how       cases
        dup                  closures/duplicated                      handle  fault     1 of 1
        1 mutants, 1 noticed
        cases that notice none of them: none
        """,
        noticed.toString().replace(System.lineSeparator(), "\n"));

    StringWriter unnoticed = new StringWriter();
    assertEquals(1, MutantReport.print(new PrintWriter(unnoticed), one, "getpubmet"));
    assertTrue(unnoticed.toString().contains("NOBODY: GETPUBMET believes its cache"), unnoticed.toString());
    assertTrue(unnoticed.toString().contains("cases that notice none of them: closures/duplicated"), unnoticed.toString());
    assertThrows(InputError.class, () -> MutantReport.print(new PrintWriter(unnoticed), one, "gone"));
  }
}
