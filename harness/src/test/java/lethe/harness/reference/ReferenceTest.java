package lethe.harness.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Law 5 for the whole corpus; cases with a {@code reference:} header are listed with their reason. */
class ReferenceTest {
  @TempDir private Path directory;

  @TestFactory
  Stream<DynamicTest> stockOCamlDoesWhatKeepDoes() throws Exception {
    ReferenceRun reference = new ReferenceRun(Skips.stockOCaml());
    List<Case> cases = Corpus.readAll(Path.of(System.getProperty("lethe.root"), "corpus"));
    List<Case> exceptions = cases.stream().filter(c -> c.reference().isPresent()).toList();
    System.out.printf("reference: %d of %d cases with a header of their own%n", exceptions.size(), cases.size());
    for (Case c : exceptions) {
      boolean differs = c.reference().orElseThrow().differs();
      System.out.printf("  %s %s: %s%n", c.id(), differs ? "differs" : "none", c.reference().orElseThrow().reason());
    }
    return cases.stream().filter(ReferenceCheck::isRun).map(c -> DynamicTest.dynamicTest(c.id(), () -> {
      ReferenceResult stock = reference.run(c, directory.resolve(c.id()));
      assertEquals(Optional.empty(), ReferenceCheck.complaint(c, Keep.run(c), stock));
    }));
  }
}
