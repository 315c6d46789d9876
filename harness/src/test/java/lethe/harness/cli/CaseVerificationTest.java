package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import lethe.harness.corpus.Cases;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.FakeSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseVerificationTest {
  @TempDir private Path folder;

  private List<String> headings(FakeSubject subject) {
    return new CaseVerification(subject, GoldenFiles.in(folder), List.of("stub", "handle")).failures(Cases.parse(Cases.SMALL)).stream()
        .filter(failure -> !failure.isForReview()).map(CaseVerification.Failure::heading).toList();
  }

  @Test
  void aLawThatNoScheduleIsNeededToBreakIsToldOnceForEachPolicy() {
    FakeSubject frees = new FakeSubject(event -> event, run -> new CaseRun(
        run.outcome(), List.of("plugin: cell 0"), List.of(), List.of(), run.counts(), run.output()));
    assertEquals(List.of("LAW 4 (liveness) load/small under stub", "LAW 4 (liveness) load/small under handle"), headings(frees));
  }

  @Test
  void aMachineThatBreaksIsToldAsSuch() {
    FakeSubject breaks = new FakeSubject(event -> {
      throw new IllegalStateException("broken");
    }, run -> run);
    assertEquals(List.of("CRASH load/small"), headings(breaks));
  }
}
