package lethe.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.CaseReader;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.golden.LetheRoot;
import lethe.harness.ours.LetheSubject;
import lethe.vm.inspect.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a report tells, before anybody shows it. */
class ReportTest {
  private static final Path CORPUS = LetheRoot.find().resolve("corpus");

  @TempDir private Path received;

  static Case read(String id) {
    return CaseReader.read(CORPUS, CORPUS.resolve(id + ".case"));
  }

  /** A case that runs for longer than a page tells. */
  static Case veryLong() throws IOException {
    Path file = CORPUS.resolve("running/tail-calls.case");
    String text = Files.readString(file).replace("CONSTINT 700", "CONSTINT 2000");
    return CaseReader.parse("running/very-long", "very-long.case", text, file);
  }

  private static PolicyRun run(String id, String policy) {
    return run(read(id), policy);
  }

  private static PolicyRun run(Case c, String policy) {
    return PolicyRun.of(new LetheSubject(), c, policy, event -> {});
  }

  private Report report(String id) {
    GoldenFiles goldens = new GoldenFiles(LetheRoot.find().resolve("golden"), received);
    return Report.of(List.of(read(id)), new LetheSubject(), goldens, c -> true, CORPUS);
  }

  @Test
  void aRunTellsWhatKeepsAUnitFromWhichEventOn() {
    PolicyRun run = run("load/first", "handle");
    assertTrue(run.agrees());
    List<String> kept = run.keepers().stream().filter(keeper -> keeper.reason() == Why.Reason.REACHABLE).map(Keeper::text).toList();
    assertTrue(kept.contains("cell 0 → clo@plugin+7.1 → field 2 → handle of plugin"), kept.toString());
    Keeper last = run.keepers().get(run.keepers().size() - 1);
    assertEquals(Why.Reason.UNREACHABLE, last.reason());
    assertEquals("step", run.events().get(last.event()).kind().wireName());
  }

  @Test
  void aCollectionTellsTheHeapBeforeAndAfter() {
    PolicyRun run = run("load/first", "handle");
    List<Collected> full = run.collections().stream().filter(each -> each.sight().isPresent()).toList();
    assertEquals(run.counts().full(), full.size());
    for (Collected collected : full) {
      assertEquals("gc", run.events().get(collected.event()).kind().wireName());
      assertEquals("swept", run.events().get(collected.end()).kind().wireName());
      assertTrue(collected.wordsLive() <= collected.wordsBefore() && collected.wordsLive() <= collected.wordsAfter());
    }
    assertTrue(full.get(1).wordsAfter() < full.get(1).wordsBefore(), "the closure and the handle have gone");
  }

  @Test
  void aVeryLongRunIsCutButKeepsItsEnd() throws IOException {
    PolicyRun run = run(veryLong(), "handle");
    assertEquals(run.events().size(), run.numbers().size());
    assertTrue(run.events().size() < run.numbers().get(run.numbers().size() - 1));
    assertEquals("end", run.events().get(run.events().size() - 1).kind().wireName());
    assertEquals(List.of(), run("running/tail-calls", "handle").numbers(), "one that is whole has its events numbered by their place");
  }

  @Test
  void theIndexHasEachPolicysOutcomeAndTheOpcodes() {
    Report report = report("load/first");
    CaseEntry entry = report.index().cases().get(0);
    assertEquals(Policies.ALL.size(), entry.outcomes().size());
    assertEquals("result 42, freed plugin at gc 2", entry.outcomes().get(Policies.ALL.indexOf("handle")));
    assertEquals(List.of(), entry.disagreeing());
    assertEquals(0, entry.changes());
    assertTrue(entry.opcodes().containsAll(List.of("CLOSURE", "CLOSURE_DYN", "ADDINT")), entry.opcodes().toString());
  }

  @Test
  void aCaseThatBreaksTheMachineIsToldWithTheOthers() {
    AtomicBoolean isFirst = new AtomicBoolean(true);
    LetheSubject broken = new LetheSubject(options -> {
      if (isFirst.getAndSet(false)) {
        throw new IllegalStateException("out of order");
      }
      return options;
    });
    GoldenFiles goldens = new GoldenFiles(LetheRoot.find().resolve("golden"), received);
    Report report = Report.of(List.of(read("load/first"), read("load/empty")), broken, goldens, c -> true, CORPUS);
    assertEquals(1, report.index().verdicts().cases());
    assertEquals(List.of(Policies.ALL, List.of()),
        report.index().cases().stream().map(CaseEntry::disagreeing).sorted(Comparator.comparingInt(each -> -each.size())).toList());
    assertTrue(report.index().cases().stream().anyMatch(entry -> entry.outcomes().get(0).endsWith("out of order")));
  }

  @Test
  void anInstructionShowsTheTopOfTheStackAndTheCells() {
    PolicyRun run = run("load/first", "handle");
    List<Glance> glances = run.glances();
    assertEquals(run.counts().steps(), glances.size());
    Glance.Top atCall = glances.stream()
        .filter(glance -> run.events().get(glance.event()).text("op").equals("APPLY1")).findFirst().orElseThrow().top();
    assertEquals("21", atCall.stack().get(0).value());
    assertEquals("cell 0 clo@plugin+7.1", atCall.cells().get(0).name() + " " + atCall.cells().get(0).value());
  }

  @Test
  void twoReportsAreEqual() {
    assertEquals(report("load/first"), report("load/first"));
  }

  @Test
  void everyModuleAndStyleIsInThePage() throws IOException {
    Path resources = LetheRoot.find().resolve("harness/src/main/resources/lethe/harness/report");
    assertEquals(new TreeSet<>(Page.MODULES), names(resources.resolve("script")));
    assertEquals(new TreeSet<>(Page.STYLES), names(resources.resolve("style")));
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString().replaceFirst("\\..*", "")).collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
