package lethe.harness.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupTest {
  private static final String TRACE = """
      {"lethe":1,"case":"a/b","policy":"stub","level":"effects","shows":"x"}
      {"alloc":"clo@main+7.1","size":3}
      {"prim":"lethe_set","args":["0","clo@main+7.1"]}
      {"end":"result 42","steps":31,"allocs":2,"words":8,"minor":3,"full":3,"depth":8}
      """;

  private static GoldenChange withBlocks(String path, int more) {
    String blocks = "";
    for (int i = 1; i <= more; i++) {
      blocks += "{\"alloc\":\"blk@main+9." + i + "\",\"size\":1}\n";
    }
    return GoldenChange.of(path, Optional.of(TRACE), TRACE.replace("{\"prim\"", blocks + "{\"prim\""));
  }

  private static List<Group> groups() {
    return Group.of(List.of(
        withBlocks("a/c/stub.approved.jsonl", 1),
        GoldenChange.of("a/d/stub.approved.jsonl", Optional.of(TRACE), TRACE.replace("result 42", "result 7")),
        withBlocks("a/b/stub.approved.jsonl", 3),
        GoldenChange.of("a/e/stub.approved.jsonl", Optional.empty(), TRACE)));
  }

  @Test
  void theSameChangeHoweverOftenAndWhereverIsOneGroup() {
    List<Group> groups = groups();
    assertEquals(List.of(Danger.RESULT, Danger.COST, Danger.NEW), groups.stream().map(Group::danger).toList());
    Group blocks = groups.get(1);
    assertEquals(2, blocks.number());
    assertEquals("2 goldens of 2 cases", blocks.size());
    assertEquals(List.of("+1 to 3 alloc blk of 1 word"), blocks.words());
    assertEquals("a/b/stub.approved.jsonl", blocks.example().path());
    assertEquals(List.of("result 42 → result 7"), groups.get(0).words());
  }

  @Test
  void runsThatEndInTheSameFaultAreAlikeWhateverIsMissingThen() {
    String fault = "{\"fault\":\"freed code\",\"at\":\"plugin\",\"detail\":\"x\"}\n" + TRACE.substring(TRACE.indexOf("{\"end\""))
        .replace("result 42", "fault freed code plugin");
    String early = TRACE.substring(0, TRACE.indexOf("{\"alloc\"")) + fault;
    String late = TRACE.substring(0, TRACE.indexOf("{\"end\"")) + fault;
    List<Group> alike = Group.of(List.of(
        GoldenChange.of("a/b/stub.approved.jsonl", Optional.of(TRACE), early),
        GoldenChange.of("a/c/stub.approved.jsonl", Optional.of(TRACE), late)));
    assertEquals(1, alike.size());
    assertEquals(List.of("result 42 → fault freed code plugin"), alike.get(0).words());
    assertTrue(alike.get(0).consequences().containsAll(List.of("call of lethe_set", "fault")), alike.toString());
  }

  @Test
  void aGroupIsTextWithItsExampleAndItsCommand() {
    List<String> lines = GroupText.lines(groups());
    assertEquals("4 goldens of 4 cases are not as approved: 3 changes", lines.get(0));
    assertTrue(lines.containsAll(List.of("2  cost: 2 goldens of 2 cases", "   +1 to 3 alloc blk of 1 word",
        "   as in a/b under stub, first at line 3", "   + {\"alloc\":\"blk@main+9.1\",\"size\":1}", "   harness/lethe diff --group 2")),
        String.join("\n", lines));
  }

  @Test
  void whatIsOfBrokenCasesAloneIsCounted() {
    List<String> lines = GroupText.lines(groups(), Set.of("a/b", "a/d", "a/e"));
    assertEquals(List.of("2  cost: 2 goldens of 2 cases"), lines.stream().filter(line -> line.matches("\\d+  .*")).toList());
    assertEquals("2 changes in goldens of broken cases alone: repaired first; harness/lethe diff tells them",
        lines.get(lines.size() - 1));
  }

  @Test
  void aGroupIsJson() {
    JsonArray read = JsonParser.parseString(GroupJson.text(groups())).getAsJsonArray();
    assertEquals(3, read.size());
    assertEquals("cost", read.get(1).getAsJsonObject().get("class").getAsString());
    assertEquals("a/c/stub.approved.jsonl", read.get(1).getAsJsonObject().getAsJsonArray("goldens").get(1)
        .getAsJsonObject().get("path").getAsString());
  }

  @Test
  void aGroupIsMarkdownWithReasonsAndEscapes() {
    List<String> lines = new GroupMarkdown(change -> change.caseId().equals("a/d") ? "7 is *right*" : "").lines(groups());
    String text = String.join("\n", lines);
    assertTrue(text.startsWith("## 4 goldens of 4 cases are changed: 3 changes\n\n| # | class | goldens | change |\n|---|"), text);
    assertTrue(text.contains("| 2 | cost | 2 | `+1 to 3 alloc blk of 1 word` |"), text);
    assertTrue(text.contains("- approved because: 7 is \\*right\\*"), text);
    assertTrue(text.contains("````diff\n") && text.contains("<details><summary>All 2 goldens of 2 cases</summary>"), text);
    assertEquals(List.of("## No golden has changed"), new GroupMarkdown(change -> "").lines(List.of()));
    assertFalse(text.contains("null"));
  }
}
