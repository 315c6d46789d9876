package lethe.harness.golden;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Cases;
import lethe.harness.corpus.Expectation;
import lethe.harness.corpus.Policies;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.FakeSubject;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a test says and leaves behind when a golden is missing, differs, or is not in order. */
class GoldenTest {
  private static final GoldenFiles.Name STUB = GoldenFiles.Name.trace("load/small", "stub");

  @TempDir Path root;
  private GoldenFiles files;
  private Case c;
  private CaseCheck right;

  @BeforeEach
  void run() {
    files = new GoldenFiles(root.resolve("golden"), root.resolve("received"));
    c = Cases.parse(Cases.SMALL);
    right = CaseCheck.run(new FakeSubject(), c);
  }

  @Test
  void aMissingGoldenIsNewAndNothingIsWrittenBesideIt() {
    String message = verify(right);
    assertTrue(message.startsWith("NEW load/small/stub.approved.jsonl"), message);
    assertTrue(message.contains("harness/lethe approve load/small"), message);
    assertTrue(Files.exists(files.received(STUB)));
    assertFalse(Files.exists(files.golden()), "a test never writes golden/");
  }

  @Test
  void anEqualGoldenPassesSilently() throws IOException {
    approve(right.trace("stub"));
    assertEquals(Optional.empty(), right.compareTrace(files, "stub", site -> Optional.empty()));
    assertDoesNotThrow(() -> Golden.verify(files, STUB, right.trace("stub"), Optional.empty()));
    assertFalse(Files.exists(files.received()));
  }

  @Test
  void aChangedTraceIsToldInWordsAndByItsFirstDifferenceInSevenLines() throws IOException {
    approve(right.trace("stub"));
    CaseCheck other = CaseCheck.run(new FakeSubject(
        e -> e.kind() == EventKind.ALLOC ? e.with("size", 4L) : e, run -> run), c);
    String message = verify(other);
    assertEquals("""
        CHANGED load/small under stub
          cost: alloc clo at plugin+0: size 2 → 4
          first at line 4
          - {"alloc":"clo@plugin+0.1","size":2}
          + {"alloc":"clo@plugin+0.1","size":4}
          look at it: harness/lethe diff load/small --policy stub""", message);
    assertEquals(right.trace("stub"), Files.readString(files.approved(STUB)));
    assertEquals(other.trace("stub"), Files.readString(files.received(STUB)));
    assertEquals(message, verify(other), "a rerun in the same JVM says the same");
  }

  @Test
  void lineEndsAndTheLastNewlineCount() throws IOException {
    approve(right.trace("stub").replace("\n", "\r\n"));
    assertTrue(verify(right).startsWith("CHANGED "));
    approve(right.trace("stub").stripTrailing());
    assertTrue(verify(right).contains("last newline"));
  }

  @Test
  void conflictMarkersHaveTheirOwnWord() throws IOException {
    approve("<<<<<<< ours\n" + right.trace("stub") + ">>>>>>> theirs\n");
    assertTrue(verify(right).startsWith("CONFLICT "));
  }

  @Test
  void changedOutcomesShowTheFirstLineThatDiffers() throws IOException {
    GoldenFiles.Name name = GoldenFiles.Name.outcomes("load/small");
    write(files.approved(name), right.outcomes().replace("\"depth\":9", "\"depth\":8"));
    String message = right.compareOutcomes(files).orElseThrow().toString();
    assertTrue(message.startsWith("CHANGED load/small, outcomes\n  cost: keep: depth 8 → 9 (and "
        + (Policies.ALL.size() - 1) + " more)\n  first at line 2\n  - {\"policy\":\"keep\""), message);
  }

  @Test
  void outcomesAreOneLineAPolicy() {
    List<String> lines = right.outcomes().lines().toList();
    assertEquals(Policies.ALL.size() + 2, lines.size());
    assertTrue(lines.get(1).startsWith("{\"policy\":\"keep\",\"result\":\"result 42\",\"units\":\"kept plugin\","
        + "\"verdict\":\"sound, complete\",\"words\":3,\"depth\":9,\"steps\":10,\"minor\":0,\"full\":1,\"effects_sha256\":\""),
        lines.get(1));
    assertTrue(lines.get(3).contains("\"verdict\":\"unsound\""), lines.get(3));
  }

  @Test
  void aBrokenExpectationShowsBothSides() {
    CaseCheck other = CaseCheck.run(new FakeSubject(e -> e, run -> new CaseRun(
        new Expectation("result 41", run.outcome().fates(), true), List.of("plugin: cell 0"), List.of(), List.of(),
        run.counts(), run.output())), c);
    String message = Findings.expectation(c, other.recording("handle")).orElseThrow().toString();
    assertTrue(message.contains("expects: result 42, freed plugin at gc 1\n"), message);
    assertTrue(message.contains("happened:    result 41, freed plugin at gc 1, unsound\n"), message);
    assertTrue(message.contains("freed though reachable: plugin: cell 0"), message);
    assertEquals(Optional.empty(), Findings.expectation(c, right.recording("handle")));
  }

  @Test
  void aBrokenExpectationSaysWhereTheFaultWas() {
    CaseCheck other = CaseCheck.run(new FakeSubject(
        e -> e.kind() == EventKind.ALLOC ? Event.of(EventKind.FAULT, "not code", "plugin+29", "a word was called") : e,
        run -> new CaseRun(new Expectation("fault not code plugin", run.outcome().fates(), false), List.of(), List.of(),
            List.of(), run.counts(), run.output())), c);
    String message = Findings.expectation(c, other.recording("handle")).orElseThrow().toString();
    assertTrue(message.contains("  fault at plugin+29: a word was called\n"), message);
  }

  @Test
  void aRunThatDiffersTheSecondTimeIsFlaky() {
    int[] count = {0};
    FakeSubject flaky = new FakeSubject(
        e -> e.kind() == EventKind.OUT ? e.with("out", "try " + count[0]++) : e, run -> run);
    Finding finding = CaseCheck.run(flaky, c).repeat(flaky, "stub").orElseThrow();
    assertEquals(Finding.Kind.FLAKY, finding.kind());
  }

  @Test
  void orphansAndLongGoldensAreFound() throws IOException {
    approve(right.trace("stub"));
    write(files.golden().resolve("gone/case/stub.approved.jsonl"), "x\n".repeat(401));
    assertEquals(List.of("gone/case/stub.approved.jsonl"), files.orphans(CaseCheck.names(c)));
    assertEquals(1, LargeGoldens.check(files).size());
    write(files.golden().resolve("large.txt"), "gone/case/stub.approved.jsonl: all of it is needed\n");
    assertEquals(List.of(), LargeGoldens.check(files));
    write(files.golden().resolve("gone/case/stub.approved.jsonl"), "x\n");
    assertEquals(1, LargeGoldens.check(files).size());
  }

  @Test
  void theRootIsFoundUpwards() throws IOException {
    Files.createDirectories(root.resolve("golden"));
    Path deep = Files.createDirectories(root.resolve("a/b"));
    assertEquals(root, LetheRoot.findUpwards(deep));
  }

  private String verify(CaseCheck check) {
    Optional<Finding> finding = check.compareTrace(files, "stub", site -> Optional.empty());
    return assertThrows(AssertionError.class, () -> Golden.verify(files, STUB, check.trace("stub"), finding))
        .getMessage();
  }

  private void approve(String text) throws IOException {
    write(files.approved(STUB), text);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
