package lethe.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lethe.harness.corpus.Case;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.golden.LetheRoot;
import lethe.harness.ours.LetheSubject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, as a person uses it. Pictures of it are left in {@code target/page}. */
class PageTest {
  private static final List<String> CASES = List.of(
      "closures/partial", "cost/call-inside", "load/first", "ocaml/registry", "running/handle-overwritten",
      "running/tail-calls-with-host");
  private static final String PARTIAL = "#case=closures/partial&policy=handle";

  @TempDir private static Path folder;
  private static Chromium chromium;
  private static Report report;
  private static Path page;

  private Tab tab;

  @BeforeAll
  static void writeThePage() throws IOException {
    chromium = Chromium.start(folder.resolve("profile"));
    report = of(CASES.stream().map(ReportTest::read).toList(), new GoldenFiles(LetheRoot.find().resolve("golden"), folder.resolve("received")));
    page = write("page.html", report);
  }

  private static Report of(List<Case> cases, GoldenFiles goldens) {
    return Report.of(cases, new LetheSubject(), goldens, c -> true, LetheRoot.find().resolve("corpus"));
  }

  private static Path write(String name, Report told) throws IOException {
    Path file = folder.resolve(name);
    try (Writer out = Files.newBufferedWriter(file)) {
      Page.write(told, out);
    }
    return file;
  }

  @AfterAll
  static void endTheBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void openATab() {
    tab = chromium.tab(1400, 1000);
  }

  @AfterEach
  void nothingWentWrong() {
    assertEquals(List.of(), tab.errors());
    assertTrue(tab.requests().stream().allMatch(url -> url.startsWith("file:") || url.startsWith("about:")),
        "the page needs no network: " + tab.requests());
  }

  private void picture(String name) throws IOException {
    tab.screenshot(Path.of(System.getProperty("lethe.target", "target")).resolve("page/" + name + ".png"));
  }

  @Test
  void theAnswerIsTheFirstThing() throws IOException {
    tab.go(page, "");
    assertEquals(10, tab.count(".verdicts tbody tr"));
    assertEquals(60, tab.count(".verdicts button"));
    assertTrue(tab.text(".lede").replaceAll("\\s+", " ").startsWith("6 cases under 10 policies: stub-env, stub-local, handle and scan "
        + "keep every promise that these cases try in every program that keeps to the rules."), tab.text(".lede"));
    assertEquals("no 3", tab.text(".verdicts [aria-label^=\"negate, sound: no\"]").replaceAll("[^a-z0-9*]+", " ").strip(),
        "a star would say that it fails only in programs that break the rules");
    tab.click(".verdicts [aria-label^=\"stub, tail-safe: no\"]");
    tab.sees(".answer .unfolded h2", "stub is not tail-safe");
    picture("answer");
    tab.click(".answer .unfolded a");
    tab.sees("h1", "running/tail-calls-with-host");
  }

  @Test
  void aHazardNamesItsCasesOrTheReasonWhyItHasNone() throws IOException {
    tab.go(page, "#view=hazards");
    tab.click(".hazards [aria-label^=\"H06, negate: unsound\"]");
    tab.sees(".hazards tr.unfolded a", "closures/partial");
    assertTrue(tab.text("main").contains("excluded, and why"));
    picture("hazards");
  }

  @Test
  void theSearchFindsACase() {
    tab.go(page, "");
    tab.press("/");
    tab.type("applic");
    tab.until("document.querySelectorAll('.cases li').length === 1");
    tab.sees("main [role=status]", "1 case of 6 with applic");
    tab.click(".cases a");
    tab.sees("h1", "closures/partial");
  }

  @Test
  void steppingShowsTheInstructionInTheSource() throws IOException {
    tab.go(page, PARTIAL + "&event=41");
    tab.sees(".source .now code", "CONST0");
    tab.press("j");
    tab.until("location.hash.endsWith('event=42')");
    assertTrue(tab.text(".event.now .text").startsWith("main+14  C_CALL1 caml_gc_full_major"));
    assertTrue(tab.text(".source .now code").startsWith("  C_CALL1 caml_gc_full_major"));
    assertTrue(tab.text(".units").contains("cell 0 → clo@plugin+3.1 → field 2 → clo@plugin+12.1 → field 2 → handle"));
    picture("case");
    for (String key : List.of("ArrowRight", "j", "j", "k", "k", "k")) {
      tab.press(key); // as fast as they come
    }
    tab.until("location.hash.endsWith('event=42')");
    tab.press("]");
    tab.until("location.hash.includes('policy=scan')");
  }

  @Test
  void compiledCodeHasItsOCamlAbove() {
    tab.go(page, "#case=ocaml/registry&policy=handle&event=60");
    tab.sees(".ocaml-lines .origin .ocaml", "let register name run = entries := (name, run) :: !entries");
    tab.click(".ocaml-lines .line:nth-child(6)");
    tab.until("document.querySelector('.ocaml-lines .origin .ocaml').textContent.includes('(other, run) :: rest')");
    tab.until("location.hash.match(/event=(?!60$)/)");
  }

  @Test
  void aClickInTheTraceOrTheSourceGoesThere() {
    tab.go(page, PARTIAL + "&event=42");
    tab.click("#event-44");
    tab.until("location.hash.endsWith('event=45')");
    assertTrue(tab.text(".detail h2").startsWith("Event 45: keep"));
    tab.click(".source .line:nth-child(42)"); // APPLY2
    tab.until("document.querySelector('.event.now .text').textContent.includes('APPLY2')");
  }

  @Test
  void thePathThatKeepsAUnitCanBeFollowed() {
    tab.go(page, PARTIAL + "&event=45");
    List<String> stops = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tab.click(".why [aria-label=\"One on along the path\"]");
      tab.until("document.querySelectorAll('.why li [aria-pressed=true]').length === 1");
      stops.add(tab.text(".node.stop text"));
    }
    assertEquals(List.of("cell 0", "clo@plugin+3.1", "clo@plugin+12.1", "code of plugin"), stops);
    assertEquals(3, tab.count(".edge.path"));
    assertEquals(1, tab.count(".node.dead"));
    assertTrue(tab.text(".why .said").startsWith("code of plugin 23 ints, reachable"));
  }

  @Test
  void theTimelineTellsWhyCodeWasKeptOrFreed() {
    tab.go(page, PARTIAL);
    tab.until("document.querySelector('.bars .mark')");
    tab.value("document.querySelectorAll('.bars .mark:has(.life)')[0].focus()");
    tab.until("document.querySelector('.timeline .said').textContent.includes('freed at event')");
    String freed = tab.text(".timeline .said");
    assertTrue(freed.contains("Last path: cell 0 → clo@plugin+3.1") && freed.endsWith("main+26  C_CALL2 lethe_set"), freed);
    tab.value("document.querySelectorAll('.bars .mark:has(.kept)')[0].focus()");
    tab.until("document.querySelector('.timeline .said').textContent.startsWith('plugin kept at gc 1: cell 0')");
    tab.value("document.querySelector('.bars .full .mark').focus()");
    tab.until("document.querySelector('.timeline .said').textContent.startsWith('gc 1, event 44: kept plugin; ')");
    tab.press("Tab");
    tab.until("document.querySelector('.timeline .said').textContent.match(/^gc 2, event \\d+: freed plugin; 0 words promoted, 12 freed$/)");
    assertEquals(2, tab.count(".curve canvas"));
  }

  @Test
  void aLongRunCanBeReadToItsEnd() {
    tab.go(page, "#case=running/tail-calls-with-host&policy=stub&event=3801");
    tab.until(inSight("3801"));
    assertTrue(tab.text(".event.now .text").startsWith("plugin+"));
    assertEquals(1, tab.count(".source .now"));
    assertTrue(tab.count(".event") < 80, "rows out of sight are not made");
    assertTrue(tab.text(".units").contains("(when last looked at, event "));
    assertTrue(tab.text(".detail").contains("looks into the machine at the first 500 instructions"));
    tab.press("End");
    tab.until("document.querySelector('.event.now.end')");
    assertTrue(tab.text(".event.now .text").startsWith("raised Stack_overflow"));
    assertEquals(0, tab.value("document.querySelectorAll('.stepper code').length").getAsInt(), "nothing is left out");
  }

  @Test
  void aVeryLongRunSaysWhatItLeavesOut() throws IOException {
    Report told = of(List.of(ReportTest.veryLong()), new GoldenFiles(folder.resolve("none"), folder.resolve("received")));
    tab.go(write("long.html", told), "#case=running/very-long&policy=handle");
    assertTrue(tab.text(".stepper").contains("behind event 20000 calls and steps are left out"), tab.text(".stepper"));
    tab.press("End");
    tab.until("document.querySelector('.event.now.end')");
    assertEquals(0, tab.count(".source .now"), "no instruction is shown where steps were left out");
  }

  @Test
  void moreObjectsAreDrawnWhenTheyAreAskedFor() {
    tab.go(page, "#case=running/tail-calls-with-host&policy=export");
    tab.click(".whole input");
    tab.until("document.querySelectorAll('.node').length === 40");
    assertEquals(1, tab.count(".node.code"), "what is dead leaves room for the code that it leads to");
    String hidden = tab.text(".graph + p");
    assertTrue(hidden.contains("more objects not drawn"), hidden);
    tab.click(".graph + p button");
    tab.until("document.querySelectorAll('.node').length > 40");
  }

  @Test
  void whatIsNotApprovedStandsBesideWhatIs() throws IOException {
    tab.go(changedPage("two", "outcomes.approved.json", "keep.approved.jsonl"), "");
    tab.click(".attention a");
    tab.sees(".group:first-of-type h2", "Group 1, order: 1 golden");
    assertTrue(tab.text(".group:first-of-type").contains("tired"), "the change in words");
    tab.click(".group:first-of-type a");
    tab.until("document.querySelectorAll('.change').length === 2"); // one that has changed, one that is not approved
    tab.click(".change:nth-of-type(2) summary");
    picture("changes");
    assertTrue(tab.text(".change:nth-of-type(2) .CHANGED td:first-child").contains("tired"));
    assertTrue(tab.text(".change:nth-of-type(2) .CHANGED td:last-child").contains("unreachable"));
  }

  /** The page of load/first where the approved trace under handle differs, and those of other names are as they should be. */
  private static Path changedPage(String name, String... others) throws IOException {
    Path goldens = folder.resolve(name + "/load/first");
    Files.createDirectories(goldens);
    Path approved = LetheRoot.find().resolve("golden/load/first");
    for (String other : others) {
      Files.copy(approved.resolve(other), goldens.resolve(other));
    }
    Files.writeString(goldens.resolve("handle.approved.jsonl"),
        Files.readString(approved.resolve("handle.approved.jsonl")).replace("\"why\":\"unreachable\"", "\"why\":\"tired\""));
    GoldenFiles files = new GoldenFiles(folder.resolve(name), folder.resolve("received"));
    return write(name + ".html", of(List.of(ReportTest.read("load/first")), files));
  }

  @Test
  void theAddressOfAnEventShowsIt() throws IOException {
    Path changed = changedPage("one", "outcomes.approved.json", "keep.approved.jsonl", "stub.approved.jsonl");
    for (int[] size : List.of(new int[] {1000, 300}, new int[] {1400, 900}, new int[] {390, 844})) {
      tab = chromium.tab(size[0], size[1]);
      tab.go(changed, "#case=load/first&policy=handle&event=20");
      tab.until("document.querySelector('.change[open]')");
      tab.until(inSight("20"));
      tab.value(Tab.SETTLED + ".then(() => scrollTo(0, 0))");
      tab.value("location.hash = '#case=load/first&policy=handle&event=44'");
      tab.until(inSight("44"));
      tab.value(Tab.SETTLED + ".then(() => scrollTo(0, 0))");
      tab.press("j");
      tab.until("location.hash.endsWith('event=45')");
      assertEquals(0, tab.value("scrollY").getAsInt(), "a step leaves the page where it is");
    }
  }

  /** Whether that event is the one at hand and can be seen; a browser scrolls by whole pixels. */
  private static String inSight(String number) {
    return "(() => { const now = document.querySelector('.event.now'); const place = now?.getBoundingClientRect();"
        + "return now?.querySelector('.number').textContent === '▸" + number + "' && place.bottom <= innerHeight + 1"
        + " && document.elementFromPoint(place.x + 80, place.y + 12)?.closest('.event') === now; })()";
  }

  @Test
  void coloursCanBeSwitched() throws IOException {
    tab.go(page, PARTIAL + "&event=42");
    String before = paper();
    tab.click(".theme");
    tab.click(".theme");
    tab.until("document.documentElement.style.colorScheme === 'dark'");
    assertNotEquals(before, paper());
    picture("dark");
    tab.click(".theme"); // the choice is kept for the tabs of other tests
  }

  private String paper() {
    return tab.value("getComputedStyle(document.body).backgroundColor").getAsString();
  }

  @Test
  void aPhoneNeedsNoScrollingSideways() throws IOException {
    tab = chromium.tab(320, 700);
    Path changed = changedPage("phone", "outcomes.approved.json", "keep.approved.jsonl", "stub.approved.jsonl");
    for (String scheme : List.of("light", "dark")) {
      tab.prefers(scheme);
      for (String part : List.of("", "#view=cases", "#view=coverage", "#view=notices", "#view=changes")) { // hazards are with the answer
        isNarrow(changed, part, "h1");
      }
      isNarrow(changed, "#case=load/first", ".sides");
      isNarrow(page, "#case=running/tail-calls-with-host&policy=stub&event=3801", ".curve canvas");
      isNarrow(page, PARTIAL + "&event=42", ".graph");
      assertEquals(scheme.equals("dark"), tab.value("getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0] < 128").getAsBoolean());
      picture("phone-" + scheme);
    }
  }

  private void isNarrow(Path file, String part, String drawn) {
    tab.go(file, part);
    tab.until("document.querySelector('" + drawn + "')");
    assertTrue(tab.value("document.scrollingElement.scrollWidth <= innerWidth").getAsBoolean(), part);
  }

  @Test
  void whatIsNotThereIsSaid() {
    tab.go(page, "#case=load/nowhere");
    tab.until("document.querySelector('main p').textContent.includes('no case load/nowhere')");
    tab.go(page, "#case=load/first&policy=keep&event=99999");
    tab.until("document.querySelector('.event.now.end')");
  }

  /** The corpus is to grow; of it one case in twenty runs long. Of three tries the best counts, since the machine may be busy. */
  @Test
  void threeHundredCasesOpenInASecond() throws IOException {
    Map<String, String> stories = new LinkedHashMap<>();
    List<CaseEntry> entries = new ArrayList<>();
    IntStream.range(0, 300).forEach(i -> {
      CaseEntry like = report.index().cases().get(i % 20 == 0 ? CASES.size() - 1 : i % (CASES.size() - 1));
      String id = like.id() + "-" + i;
      entries.add(new CaseEntry(id, like.title(), like.shows(), like.hazards(), like.outcomes(), like.disagreeing(),
          like.traced(), like.changes(), like.opcodes()));
      stories.put(id, report.stories().get(like.id()));
    });
    Path large = write("large.html", new Report(Index.of(report.index().verdicts(), List.of(), entries), stories));
    assertTrue(Files.size(large) < 10_000_000, Files.size(large) + " bytes");
    int best = Integer.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      tab.go(large, "#view=cases");
      best = Math.min(best, tab.value("Number(document.documentElement.dataset.ready)").getAsInt());
    }
    assertEquals(300, tab.count(".cases li"));
    assertTrue(best < 1000, best + " ms");
  }
}
