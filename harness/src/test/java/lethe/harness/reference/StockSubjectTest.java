package lethe.harness.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import lethe.harness.export.CaseExport;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.RunOptions;
import lethe.harness.subject.Subject;
import lethe.vm.fault.InputError;
import lethe.vm.trace.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock OCaml behind the interface of any VM under test. */
class StockSubjectTest {
  private static CaseRun run(Subject subject, Case c, String policy) {
    return subject.run(c, policy, new RunOptions(Level.EFFECTS, "none", event -> {}));
  }

  private static List<Case> samples() throws Exception {
    return Corpus.readAll(Path.of(CaseExport.class.getResource("sample").toURI()).getParent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ocamlrun", "ocamlrund"})
  void samplesDoWhatTheyExpectOfKeep(String runtime) throws Exception {
    Subject subject = new StockSubject(Skips.stockOCaml().with(runtime));
    for (Case c : samples()) {
      CaseRun run = run(subject, c, "keep");
      assertTrue(subject.meets(c.expectation("keep"), run), c.id() + ": " + run.outcome());
      assertEquals(List.of(), run.outcome().fates(), "it tells none");
    }
  }

  @Test
  void itHasOnePolicyAndOnlyRuntimesThatAreThere() throws Exception {
    StockOCaml ocaml = Skips.stockOCaml();
    Case c = samples().get(0);
    assertThrows(InputError.class, () -> run(new StockSubject(ocaml), c, "handle"));
    assertThrows(InputError.class, () -> ocaml.with("ocamlrun-of-nobody"));
  }
}
