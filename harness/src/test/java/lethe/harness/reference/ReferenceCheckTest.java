package lethe.harness.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.CaseReader;
import lethe.harness.corpus.Policies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceCheckTest {
  private static final ReferenceResult ONE = new ReferenceResult(List.of("7"), "result 1");
  private static final ReferenceResult TWO = new ReferenceResult(List.of(), "result 2");
  private static final ReferenceResult CRASH = new ReferenceResult(List.of(), "crashed: signal 11");

  @TempDir private Path corpus;

  private Case sample(String reference) throws IOException {
    Path file = Files.createDirectories(corpus.resolve("a")).resolve("b.case");
    Files.writeString(file, ";; title: t\n;; shows: s\n;; expect " + String.join(" ", Policies.ALL) + ": result 1\n"
        + reference + "unit main\n  CONST1\n");
    return CaseReader.read(corpus, file);
  }

  @Test
  void withoutAHeaderBothMustAgreeOnOutputAndResult() throws IOException {
    Case c = sample("");
    assertTrue(ReferenceCheck.isRun(c));
    assertEquals(Optional.empty(), ReferenceCheck.complaint(c, ONE, ONE));
    assertEquals(
        Optional.of("LAW 5 (reference) a/b under keep\n  under policy keep a case does what it does on stock OCaml (harness/LAWS.md)\n"
            + "  stock: result 2\n  keep:  7 | result 1"),
        ReferenceCheck.complaint(c, ONE, TWO));
  }

  @Test
  void anExceptionThatIsNotNeededIsAnError() throws IOException {
    Case c = sample(";; reference: differs: it counts words\n");
    assertTrue(ReferenceCheck.isRun(c));
    assertEquals(Optional.empty(), ReferenceCheck.complaint(c, ONE, TWO));
    assertTrue(ReferenceCheck.complaint(c, ONE, ONE).orElseThrow().contains("not needed"));
    assertTrue(ReferenceCheck.complaint(c, ONE, CRASH).orElseThrow().contains("should be none"));
  }

  @Test
  void noneIsNotRun() throws IOException {
    assertFalse(ReferenceCheck.isRun(sample(";; reference: none: it names itself\n")));
  }
}
