package lethe.harness.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.LetheRoot;
import lethe.vm.fault.InputError;
import org.junit.jupiter.api.Test;

/** The approved verdicts, and what is made of them. */
class VerdictsTest {
  private static final Path ROOT = LetheRoot.find();

  @Test
  void theReadmeShowsTheApprovedVerdicts() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    assertEquals(Answer.in(readme, VerdictsJson.approved(ROOT)), readme,
        "the tables of README.md are not those of golden/verdicts.json: harness/lethe approve --verdicts");
    assertThrows(InputError.class, () -> Answer.in("no markers\n", VerdictsJson.approved(ROOT)));
  }

  @Test
  void theFileIsReadBackAsItWasWritten() {
    Verdicts approved = VerdictsJson.approved(ROOT);
    assertEquals(approved, VerdictsJson.parse("test", VerdictsJson.text(approved)));
    assertEquals(Policies.ALL, approved.policies());
    for (String wrong : List.of("", "[]", "{\"version\":99}", "{")) {
      assertThrows(InputError.class, () -> VerdictsJson.parse("test", wrong), wrong);
    }
  }

  @Test
  void theTablesFitIntoAHundredColumns() {
    Verdicts approved = VerdictsJson.approved(ROOT);
    for (String text : List.of(
        VerdictsText.matrix(approved), VerdictsText.costs(approved), VerdictsText.hazards(approved))) {
      assertTrue(text.lines().count() > approved.policies().size(), text);
      assertEquals(List.of(), text.lines().filter(line -> line.length() > VerdictsText.COLUMNS).toList());
    }
  }

  @Test
  void aChangeIsToldCellByCellWithTheCaseThatMadeIt() {
    Verdicts approved = VerdictsJson.approved(ROOT);
    assertEquals(List.of(), VerdictsDiff.of(approved, approved));
    Map<String, Map<String, Cell>> matrix = new LinkedHashMap<>(approved.matrix());
    Map<String, Cell> row = new LinkedHashMap<>(matrix.get("handle"));
    Cell sound = row.get("sound");
    row.put("sound", new Cell("no", sound.speak() - 1, "result 41", List.of("load/first"), sound.apart()));
    matrix.put("handle", row);
    Verdicts changed = new Verdicts(approved.version(), approved.cases() + 1, approved.silent(), approved.breaking(),
        matrix, approved.costs(), approved.hazards());
    assertEquals(List.of(
        "matrix: handle, sound: yes (" + sound.speak() + " for, 0 against) -> no (" + (sound.speak() - 1)
            + " for, 1 against, result 41); refuted by: now load/first",
        "cases: " + approved.cases() + " -> " + (approved.cases() + 1)), VerdictsDiff.of(approved, changed));
  }

  @Test
  void aChangedCostAndAChangedHazardAreToldToo() {
    Verdicts approved = VerdictsJson.approved(ROOT);
    String id = approved.costs().keySet().iterator().next();
    Verdicts.Cost cost = approved.costs().get(id);
    Map<String, Map<String, Long>> figures = new LinkedHashMap<>(cost.figures());
    figures.put("keep", new LinkedHashMap<>(figures.get("keep")));
    long old = figures.get("keep").put("instructions", -1L);
    Map<String, Verdicts.Cost> costs = new LinkedHashMap<>(approved.costs());
    costs.put(id, new Verdicts.Cost(cost.what(), figures));
    Map<String, HazardRow> hazards = new LinkedHashMap<>(approved.hazards());
    HazardRow row = hazards.get("H01");
    Map<String, HazardCell> cells = new LinkedHashMap<>(row.policies());
    String was = cells.put("handle", new HazardCell("unsound", List.of("load/first"))).verdict();
    hazards.put("H01", new HazardRow(row.kind(), row.what(), row.reason(), row.cases(), cells));
    List<String> told = new ArrayList<>(VerdictsDiff.of(approved, new Verdicts(approved.version(), approved.cases(),
        approved.silent(), approved.breaking(), approved.matrix(), costs, hazards)));
    assertEquals("costs: " + id + ", keep, instructions: " + old + " -> -1", told.get(0));
    assertTrue(told.get(1).startsWith("hazards: H01, handle: " + was + " -> unsound"), told.get(1));
    assertEquals(2, told.size());
  }
}
