package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lethe.harness.mutant.OneMoreBlock;
import lethe.harness.ours.LetheSubject;
import lethe.harness.reference.Skips;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code review} as a process of its own, at a pseudo-terminal. */
class ReviewAtATerminalTest {
  private static final String KEYS = "a accept  A group  r reject  R group  s skip  w why  o open  ? help  q quit";

  @TempDir private Path root;

  @BeforeAll
  static void needed() {
    Skips.unless(PseudoTerminal.missing());
  }

  /** Goldens of two cases, of a machine that allocates more than this one: what this one does is received. */
  @BeforeEach
  void change() {
    SmallPrograms.root(root);
    SmallPrograms.write(root.resolve("corpus/load/other.case"), SmallPrograms.CASE.getBytes(StandardCharsets.UTF_8));
    Surroundings allocatesMore = new Surroundings() {
      @Override
      LetheSubject subject() {
        return new LetheSubject(new OneMoreBlock());
      }
    };
    assertEquals(0, Command.in(root, allocatesMore, "approve", "--all").exitCode());
    assertEquals(ExitCode.DIVERGENCE, Command.in(root, "check").exitCode());
  }

  private PseudoTerminal review(int columns, int rows, String... options) throws IOException {
    String[] args = new String[options.length + 1];
    args[0] = "review";
    System.arraycopy(options, 0, args, 1, options.length);
    return new PseudoTerminal(root, columns, rows, Map.of("EDITOR", "printf 'edited %s\\n'"), args);
  }

  @Test
  void everyKeyOnEightyColumns() throws Exception {
    try (PseudoTerminal review = review(80, 24)) {
      ScreenText screen = review.screen();
      screen.await(KEYS);
      List<String> lines = screen.lines();
      assertEquals("Group 1 of 2   cost   2 goldens of 2 cases                                4 left", lines.get(0));
      assertEquals(KEYS, lines.get(23));
      review.press("S", "Group 2 of 2");
      assertTrue(screen.toString().contains("- {\"alloc\":\"blk@main+2.1\",\"size\":1}"), screen.toString());
      review.press("n", "2 of 2: load/small under stub");
      review.press("p", "1 of 2: load/other under stub");
      review.press("d", "{\"gc\":\"full\",\"cause\":\"program\"}");
      review.press("j");
      review.press("k");
      review.press(" ", "{\"end\":\"result 42\"");
      review.press("b", "{\"lethe\":1,\"case\":\"load/other\"");
      review.press("v", "- {\"alloc\":\"blk@main+2.1\",\"size\":1}    |");
      assertTrue(screen.lines().stream().allMatch(line -> line.length() <= 80), screen.toString());
      review.press("v");
      review.press("i");
      review.press("?", "what was rejected is remembered");
      review.press("x", KEYS);
      review.press("w", "plugin freed: unreachable");
      review.press("x", KEYS);
      review.press("o", "back from ");
      review.press("a", "accepted 1 golden");
      review.press("r", "rejected 1 golden");
      review.press("q");
      assertEquals(ExitCode.DIVERGENCE, review.exitCode());
      assertTrue(screen.toString().contains("accepted 1, rejected 1, 2 left"), screen.toString());
    }
    assertTrue(Files.readString(root.resolve("golden/load/other/ledger.jsonl")).contains("\"stub.approved.jsonl\""));
  }

  @Test
  void whatWasQuitIsResumedAndAGroupAcceptedByOneKey() throws Exception {
    try (PseudoTerminal first = review(80, 24)) {
      first.screen().await(KEYS);
      first.press("R", "rejected 2 goldens");
      first.press("q");
      assertEquals(ExitCode.DIVERGENCE, first.exitCode());
    }
    try (PseudoTerminal second = review(80, 24)) {
      second.screen().await("2 left");
      second.press("A", "accepted 2 goldens");
      second.press("q");
      assertEquals(ExitCode.DIVERGENCE, second.exitCode());
      assertTrue(second.screen().toString().contains("accepted 2, rejected 2, 0 left"), second.screen().toString());
    }
  }

  @Test
  void aNarrowTerminalCutsAndNeedsNoColour() throws Exception {
    try (PseudoTerminal review = review(40, 12, "--no-color")) {
      review.screen().await("Group 1 of 2");
      assertTrue(review.screen().lines().stream().allMatch(line -> line.length() <= 40), review.screen().toString());
      review.press("q");
      review.exitCode();
    }
  }

  @Test
  void plainNeedsNoCursor() throws Exception {
    try (PseudoTerminal review = review(80, 24, "--plain")) {
      review.screen().await("accept, reject, skip, why, open, help or quit?");
      review.press("accept group\r", "Golden 1 of 2: load/other under stub.");
      review.press("quit\r");
      assertEquals(ExitCode.DIVERGENCE, review.exitCode());
      assertFalse(review.screen().toString().contains(KEYS), review.screen().toString());
    }
  }
}
