package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import lethe.harness.golden.LetheRoot;
import org.junit.jupiter.api.Test;

/** What {@code check} prints when much is broken. */
class CheckReportTest {
  private final CheckReport report = new CheckReport(List.of("stub"));
  private final List<Case> cases = Corpus.readAll(LetheRoot.find().resolve("corpus"));

  private String printed() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.print(new PrintStream(out, true, StandardCharsets.UTF_8), List.of());
    return out.toString(StandardCharsets.UTF_8);
  }

  private void breaks(Case c) {
    report.add(c, List.of(failure("EXPECTATION", c), failure("LAW 1 (schedule)", c)));
  }

  private static CaseVerification.Failure failure(String kind, Case c) {
    return new CaseVerification.Failure("stub", kind + " " + c.id() + " under stub\n  it is wrong", false, true);
  }

  @Test
  void ofLittleAllIsTold() {
    breaks(cases.get(0));
    String printed = printed();
    assertTrue(printed.contains("EXPECTATION " + cases.get(0).id() + " under stub\n  it is wrong\n  again: "), printed);
    assertTrue(printed.contains("LAW 1 (schedule) " + cases.get(0).id()), printed);
    assertFalse(printed.contains("more"), printed);
  }

  @Test
  void ofMuchTheFirstOfEachCaseAndCountsOfTheOthers() {
    cases.subList(0, 30).forEach(this::breaks);
    String printed = printed();
    assertEquals(25, printed.lines().filter(line -> line.startsWith("EXPECTATION ")).count());
    assertEquals(0, printed.lines().filter(line -> line.startsWith("LAW ")).count());
    assertTrue(printed.contains("… and 35 more: 5 EXPECTATION, 30 LAW 1 (schedule); check one case"), printed);
    assertTrue(printed.contains("\n60 divergences in 30 cases: 30 cases under 1 policy, "), printed);
    assertEquals(30, report.broken().size());
  }
}
