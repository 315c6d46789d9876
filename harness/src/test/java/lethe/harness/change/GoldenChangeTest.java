package lethe.harness.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What two versions of a golden are said to differ in. */
class GoldenChangeTest {
  private static final String TRACE = """
      {"lethe":1,"case":"a/b","policy":"stub","level":"effects","shows":"what is kept"}
      {"load":"plugin","ints":18,"literals":0,"globals":1}
      {"rewrite":"plugin+7","from":"CLOSURE","to":"CLOSURE_DYN"}
      {"alloc":"clo@plugin+7.1","size":3}
      {"prim":"lethe_set","args":["0","clo@plugin+7.1"]}
      {"alloc":"clo@plugin+7.2","size":3}
      {"prim":"lethe_set","args":["1","clo@plugin+7.2"]}
      {"ready":"plugin"}
      {"gc":"full","cause":"program"}
      {"keep":"plugin","path":["cell 0","clo@plugin+7.1.2"]}
      {"swept":"full","promoted":6,"freed":0}
      {"out":"a"}
      {"gc":"full","cause":"program"}
      {"free":"plugin","why":"unreachable","ints":18,"slots":1}
      {"swept":"full","promoted":0,"freed":7}
      {"out":"b"}
      {"gc":"full","cause":"closing"}
      {"swept":"full","promoted":0,"freed":0}
      {"end":"result 42","steps":31,"allocs":2,"words":8,"minor":3,"full":3,"depth":8}
      """;

  private static GoldenChange change(UnaryOperator<String> edit) {
    return GoldenChange.of("a/b/stub.approved.jsonl", Optional.of(TRACE), edit.apply(TRACE));
  }

  private static void assertChange(Danger danger, String words, UnaryOperator<String> edit) {
    GoldenChange change = change(edit);
    assertEquals(words, change.words());
    assertEquals(danger, change.danger());
  }

  @Test
  void anObjectMoreIsOneChangeAndTheOthersAreRenamed() {
    GoldenChange change = change(text -> text.replace("clo@plugin+7.2", "clo@plugin+7.3").replace("clo@plugin+7.1", "clo@plugin+7.2")
        .replace("{\"alloc\":\"clo@plugin+7.2\",\"size\":3}", "{\"alloc\":\"clo@plugin+7.1\",\"size\":3}\n{\"alloc\":\"clo@plugin+7.2\",\"size\":3}")
        .replace("\"allocs\":2,\"words\":8", "\"allocs\":3,\"words\":12"));
    assertEquals("+1 alloc clo of 3 words at plugin+7; allocs 2 → 3; words 8 → 12; 2 renamed objects", change.words());
    assertEquals(Danger.COST, change.danger());
    assertEquals(List.of("+alloc clo of 3 words"), change.pattern());
    assertEquals(List.of("first at line 4", "- ", "+ {\"alloc\":\"clo@plugin+7.1\",\"size\":3}", "source: at plugin+7"),
        change.firstDifference(site -> Optional.of("at " + site)));
  }

  @Test
  void otherNumbersAloneAreARenaming() {
    assertChange(Danger.RENAMING, "2 renamed objects",
        text -> text.replace("clo@plugin+7.2", "clo@plugin+7.5").replace("clo@plugin+7.1", "clo@plugin+7.4"));
  }

  @Test
  void aReferenceToAnotherObjectIsNoRenaming() {
    assertChange(Danger.RESULT, "lethe_set: args [\"1\",\"clo@plugin+7.2\"] → [\"1\",\"clo@plugin+7.1\"]",
        text -> text.replace("[\"1\",\"clo@plugin+7.2\"]", "[\"1\",\"clo@plugin+7.1\"]"));
  }

  @Test
  void theTwinThatIsUsedIsTheOneThatWasThere() {
    String approved = TRACE.replace("{\"alloc\":\"clo@plugin+7.2\",\"size\":3}\n", "")
        .replace("{\"prim\":\"lethe_set\",\"args\":[\"1\",\"clo@plugin+7.2\"]}\n", "");
    String received = approved.replace("clo@plugin+7.1", "clo@plugin+7.2").replace(
        "{\"alloc\":\"clo@plugin+7.2\",\"size\":3}", "{\"alloc\":\"clo@plugin+7.1\",\"size\":3}\n{\"alloc\":\"clo@plugin+7.2\",\"size\":3}");
    GoldenChange change = GoldenChange.of("a/b/stub.approved.jsonl", Optional.of(approved), received);
    assertEquals("+1 alloc clo of 3 words at plugin+7; 1 renamed object", change.words());
  }

  @Test
  void codeThatDiesSoonerOrLaterIsCountedInCollections() {
    String free = "{\"free\":\"plugin\",\"why\":\"unreachable\",\"ints\":18,\"slots\":1}\n";
    String keep = "{\"keep\":\"plugin\",\"path\":[\"cell 0\",\"clo@plugin+7.1.2\"]}\n";
    assertChange(Danger.FREED_EARLIER, "plugin freed one GC earlier", text -> text.replace(free, "").replace(keep, free));
    assertChange(Danger.KEPT_LONGER, "plugin freed one GC later",
        text -> text.replace(free, "").replace("\"closing\"}\n", "\"closing\"}\n" + free));
    assertChange(Danger.KEPT_LONGER, "plugin no longer freed", text -> text.replace(free, keep));
  }

  @Test
  void whatKeepsABlockIsTold() {
    assertChange(Danger.ORDER, "plugin kept by stack 3 instead of cell 0", text -> text.replace("\"cell 0\"", "\"stack 3\""));
  }

  @Test
  void anInstructionMoreIsToldByItsName() {
    assertChange(Danger.COST, "+1 CALL_DYN at plugin+14", text -> text.replace("{\"alloc\":\"clo@plugin+7.1\"",
        "{\"rewrite\":\"plugin+14\",\"from\":\"APPLY1\",\"to\":\"CALL_DYN\"}\n{\"alloc\":\"clo@plugin+7.1\""));
  }

  @Test
  void anEventElsewhereHasMoved() {
    assertChange(Danger.ORDER, "line of output one GC later",
        text -> text.replace("{\"out\":\"a\"}\n", "").replace("{\"out\":\"b\"}", "{\"out\":\"a\"}\n{\"out\":\"b\"}"));
  }

  @Test
  void codeOfAnotherLengthMovesItsPlaces() {
    GoldenChange change = change(text -> text.replace("plugin+7", "plugin+9"));
    assertEquals(Danger.ORDER, change.danger());
    assertEquals("2 objects born elsewhere; 1 instruction moved", change.words());
  }

  @Test
  void resultsAndOutputAreTheWorst() {
    assertChange(Danger.RESULT, "result 42 → result 41", text -> text.replace("result 42", "result 41"));
    assertChange(Danger.RESULT, "out: b → c", text -> text.replace("\"b\"", "\"c\""));
  }

  @Test
  void lineEndsAreToldApart() {
    assertEquals("the same events; line ends or the last newline differ", change(String::strip).words());
  }

  @Test
  void whatIsNoTraceIsSaid() {
    GoldenChange change = GoldenChange.of("a/b/stub.approved.jsonl", Optional.of("no trace\n"), TRACE);
    assertTrue(change.words().startsWith("the approved file cannot be read: a/b/stub.approved.jsonl:1: expected event lethe"),
        change.words());
    assertEquals(Danger.RESULT, change.danger());
  }

  @Test
  void outcomesAreComparedByPolicyAndField() {
    String outcomes = """
        [
        {"policy":"keep","result":"result 42","units":"kept plugin","verdict":"sound, incomplete","words":8,"effects_sha256":"aa"},
        {"policy":"stub","result":"result 42","units":"freed plugin at gc 2","verdict":"sound, complete","words":8,"effects_sha256":"bb"}
        ]
        """;
    assertOutcomes(Danger.COST, "keep: words 8 → 9 (and 1 more)", outcomes, outcomes.replace("\"words\":8", "\"words\":9"));
    assertOutcomes(Danger.KEPT_LONGER, "stub: plugin freed at gc 2 → kept; stub: sound, complete → sound, incomplete", outcomes,
        outcomes.replace("freed plugin at gc 2", "kept plugin").replace("complete\",\"words\":8,\"effects_sha256\":\"bb", "incomplete\",\"words\":8,\"effects_sha256\":\"bb"));
    assertOutcomes(Danger.FREED_EARLIER, "keep: plugin kept → freed at end", outcomes,
        outcomes.replace("kept plugin", "freed plugin at end"));
    assertOutcomes(Danger.RESULT, "keep: result 42 → raised Not_found", outcomes,
        outcomes.replaceFirst("result 42", "raised Not_found"));
    assertOutcomes(Danger.ORDER, "stub: other events (digest)", outcomes, outcomes.replace("bb", "cc"));
  }

  private static void assertOutcomes(Danger danger, String words, String approved, String received) {
    GoldenChange change = GoldenChange.of("a/b/outcomes.approved.json", Optional.of(approved), received);
    assertEquals(words, change.words());
    assertEquals(danger, change.danger());
  }

  @Test
  void rowsAreFoldedAndRenamedOnesOpenOnDemand() {
    GoldenChange change = change(text -> text.replace("clo@plugin+7.1", "clo@plugin+7.9"));
    assertEquals(List.of("… 19 equal lines, 3 of them with renamed objects"), GroupText.unified(change.lines(View.HUNKS)));
    List<String> opened = GroupText.unified(change.lines(View.HUNKS.opening(true)));
    assertEquals(3, opened.stream().filter(line -> line.startsWith("~ ")).count(), opened.toString());
  }

  @Test
  void aMovedRowSaysWhere() {
    GoldenChange change = change(
        text -> text.replace("{\"out\":\"a\"}\n", "").replace("{\"out\":\"b\"}", "{\"out\":\"a\"}\n{\"out\":\"b\"}"));
    List<String> rows = GroupText.unified(change.lines(View.HUNKS));
    assertTrue(rows.contains("- {\"out\":\"a\"}   (moved to line 15)"), rows.toString());
    assertTrue(rows.contains("+ {\"out\":\"a\"}   (moved here from line 12)"), rows.toString());
  }
}
