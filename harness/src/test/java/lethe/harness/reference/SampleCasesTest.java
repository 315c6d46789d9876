package lethe.harness.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import lethe.harness.export.CaseExport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The sample cases beside this test's resources, one for each thing an export must get right. */
class SampleCasesTest {
  @TempDir private Path directory;

  private static List<Case> samples() throws Exception {
    return Corpus.readAll(Path.of(CaseExport.class.getResource("sample").toURI()).getParent());
  }

  @TestFactory
  Stream<DynamicTest> stockOCamlAndKeepGiveTheResultWrittenByHand() throws Exception {
    ReferenceRun reference = new ReferenceRun(Skips.stockOCaml());
    return samples().stream().map(c -> DynamicTest.dynamicTest(c.id(), () -> {
      ReferenceResult stock = reference.run(c, directory.resolve(c.id()));
      assertEquals(c.expectation("keep").result(), stock.result());
      assertEquals(Optional.empty(), ReferenceCheck.complaint(c, Keep.run(c), stock));
    }));
  }

  @Test
  void valuesArePrintedInTheNotationOfExpectations() throws Exception {
    ReferenceRun reference = new ReferenceRun(Skips.stockOCaml());
    Case floats = Corpus.select(samples(), "sample/float").get(0);
    assertEquals(
        List.of("[0: 1 'a\\'b' 2. [1: 1e+22] [254: 1.5 0.1] <abstr>]", "Not_found", "<fun>", "[0:]"),
        reference.run(floats, directory).output());
  }

  @Test
  void anExportHoldsTheCaseItsUnitsTheHostAndTheCommands() throws Exception {
    Case loop = Corpus.select(samples(), "sample/loop").get(0);
    CaseExport.write(loop, directory);
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(
          List.of(
              "README.md", "build.sh", "lethe.ml", "lethe.mli", "library.cmo", "loop.case", "main.cmo", "plugin.cmo",
              "run.sh"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertTrue(Files.readString(directory.resolve("build.sh")).contains("lethe.cmo library.cmo main.cmo\n"));
    assertTrue(Files.readString(directory.resolve("run.sh")).contains("v=0,s=4096,l=65536\n"));
    assertTrue(Files.isExecutable(directory.resolve("run.sh")));
  }
}
