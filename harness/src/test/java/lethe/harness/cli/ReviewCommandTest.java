package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lethe.harness.mutant.OneMoreBlock;
import lethe.harness.ours.LetheSubject;
import org.jline.terminal.Terminal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code review}, at a terminal in memory and line by line, on a machine that has changed. */
class ReviewCommandTest {
  @TempDir private Path root;
  private final List<Path> edited = new ArrayList<>();

  /** Two cases whose goldens are approved, and then a machine that allocates more. */
  @BeforeEach
  void change() {
    SmallPrograms.root(root);
    SmallPrograms.write(root.resolve("corpus/load/other.case"), SmallPrograms.CASE.getBytes(StandardCharsets.UTF_8));
    assertEquals(0, Command.in(root, "approve", "--all").exitCode());
    assertEquals(ExitCode.DIVERGENCE, Command.in(root, new Changed(null, ""), "check").exitCode());
  }

  private final class Changed extends Surroundings {
    private final Terminal terminal;
    private final String input;

    Changed(Terminal terminal, String input) {
      this.terminal = terminal;
      this.input = input;
    }

    @Override
    LetheSubject subject() {
      return new LetheSubject(new OneMoreBlock());
    }

    @Override
    Optional<Terminal> terminal() {
      return Optional.ofNullable(terminal);
    }

    @Override
    BufferedReader input() {
      return new BufferedReader(new StringReader(input));
    }

    @Override
    boolean edit(Path file) {
      return edited.add(file);
    }
  }

  private CompletableFuture<Command> review(VirtualScreen screen, String... options) {
    List<String> args = new ArrayList<>(List.of("review"));
    args.addAll(List.of(options));
    return CompletableFuture.supplyAsync(
        () -> Command.in(root, new Changed(screen.terminal(), ""), args.toArray(new String[0])));
  }

  @Test
  void aBrokenCaseIsRefusedBeforeAReasonIsAskedFor() throws Exception {
    Path run = root.resolve("harness/target/received/run.json");
    Files.writeString(run, Files.readString(run)
        .replace("\"broken\": {}", "\"broken\": {\"load/small\": \"LAW 4 (liveness) load/small under stub\"}"));
    Path received = root.resolve("harness/target/received/load/small/outcomes.received.json");
    Files.writeString(received, Files.readString(received).replaceFirst("result 42", "result 41"));
    Command review = plain("accept\naccept group\n");
    assertFalse(review.out().contains("why is it right?"), review.out());
    assertTrue(review.out().contains("not accepted: LAW 4 (liveness) load/small under stub: found in the last run"), review.out());
    VirtualScreen screen = new VirtualScreen(80, 24);
    CompletableFuture<Command> terminal = review(screen);
    screen.await("q quit");
    for (String key : List.of("a", "A")) {
      screen.press(key);
      screen.await("not accepted: LAW 4 (liveness) load/small under stub");
      screen.press("?"); // takes the message away
      screen.await("any key goes back");
      screen.press("?");
      screen.await("q quit");
    }
    screen.press("q");
    terminal.get();
  }

  private Command plain(String typed) {
    return Command.in(root, new Changed(null, typed), "review", "--plain");
  }

  private String golden(String path) throws IOException {
    return Files.readString(root.resolve("golden").resolve(path));
  }

  @Test
  void drawsAGroupOnEightyColumns() throws Exception {
    VirtualScreen screen = new VirtualScreen(80, 18);
    CompletableFuture<Command> review = review(screen);
    screen.await("q quit");
    assertEquals("""
        Group 1 of 2   cost   2 goldens of 2 cases                                4 left
          keep: words 5 → 9 (and 9 more)
          so also: other events (digest)
        -- 1 of 2: load/other, outcomes ------------------------------------------------
          [
        - {"policy":"keep","result":"result 42","units":"kept plugin","verdict":"sound,…
        + {"policy":"keep","result":"result 42","units":"kept plugin","verdict":"sound,…""",
        String.join("\n", screen.lines().subList(0, 7)));
    assertEquals("a accept  A group  r reject  R group  s skip  w why  o open  ? help  q quit", screen.lines().get(17));
    screen.press("S");
    screen.await("Group 2 of 2");
    assertEquals("""
        Group 2 of 2   cost   2 goldens of 2 cases                                4 left
          +2 alloc blk of 1 word, first at main+2
          so also: more allocs, more words, renamed object
        -- 1 of 2: load/other under stub -----------------------------------------------""",
        String.join("\n", screen.lines().subList(0, 4)));
    assertTrue(screen.text().contains("+ {\"alloc\":\"blk@main+2.1\",\"size\":1}"), screen.text());
    screen.press("v");
    screen.await(" | + {\"alloc\"");
    assertTrue(screen.lines().stream().allMatch(line -> line.length() <= 80));
    screen.press("q");
    Command done = review.get();
    assertEquals("accepted 0, rejected 0, 4 left\n", done.out());
    assertEquals(ExitCode.DIVERGENCE, done.exitCode());
  }

  /** Also on a terminal that has one screen only, and something on it. */
  @Test
  void startsOnAnEmptyScreen() throws Exception {
    VirtualScreen screen = new VirtualScreen("ansi", 80, 18);
    screen.terminal().writer().print("$ harness/lethe review\r\nwhat stood there before\r\n");
    screen.terminal().flush();
    CompletableFuture<Command> review = review(screen, "--no-color");
    screen.await("q quit");
    assertTrue(screen.lines().get(0).startsWith("Group 1 of 2   cost"), screen.text());
    assertTrue(screen.lines().get(1).startsWith("  keep: words"), screen.text());
    screen.press("q");
    review.get();
  }

  @Test
  void twoKeysAcceptTwoGroups() throws Exception {
    VirtualScreen screen = new VirtualScreen(80, 24);
    CompletableFuture<Command> review = review(screen);
    screen.await("q quit");
    screen.press("A");
    screen.await("accepted 2 goldens");
    screen.press("A");
    screen.await("all are decided");
    screen.press("q");
    assertEquals(0, review.get().exitCode());
    assertTrue(review.get().out().startsWith("accepted 4, rejected 0, 0 left"), review.get().out());
    assertTrue(golden("load/small/ledger.jsonl").contains("\"class\":\"cost\",\"change\":\"+2 alloc blk of 1 word"));
    assertEquals(0, Command.in(root, new Changed(null, ""), "check").exitCode());
  }

  @Test
  void helpWhyAndTheEditorAreAskedForAndLeft() throws Exception {
    VirtualScreen screen = new VirtualScreen(80, 24);
    CompletableFuture<Command> review = review(screen);
    screen.await("q quit");
    screen.press("?");
    screen.await("what was rejected is remembered");
    screen.press("x");
    screen.await("q quit");
    screen.press("w");
    screen.await("plugin freed: unreachable");
    screen.press("x");
    screen.await("q quit");
    screen.press("o");
    screen.await("back from ");
    assertEquals(List.of(root.resolve("corpus/load/other.case")), edited);
    screen.press("q");
    review.get();
  }

  @Test
  void aRejectedGoldenIsRememberedAndAnAcceptedOneIsGone() throws Exception {
    VirtualScreen screen = new VirtualScreen(80, 24);
    CompletableFuture<Command> review = review(screen);
    screen.await("q quit");
    screen.press("r");
    screen.await("rejected 1 golden");
    screen.press("a");
    screen.await("accepted 1 golden");
    screen.press("q");
    assertTrue(review.get().out().startsWith("accepted 1, rejected 1, 2 left"), review.get().out());

    Command again = plain("q\n");
    assertTrue(again.out().contains("Group 1 of 2, class cost, 2 goldens of 2 cases.\n"), again.out());
    assertTrue(again.out().endsWith("accepted 0, rejected 1, 2 left\n"), again.out());
    assertTrue(plain("p\naccept\nq\n").out().contains("accepted 1 golden"), "a rejected one may be accepted after all");
  }

  @Test
  void lineByLineEverythingIsASentence() {
    Command review = plain("nonsense\nwhy\nopen\nwhole\nskip group\naccept group\naccept group\nquit\n");
    assertTrue(review.out().contains("Not understood: nonsense."), review.out());
    assertTrue(review.out().contains("plugin freed: unreachable"), review.out());
    assertTrue(review.out().contains("Received line 3: {\"alloc\":\"blk@main+2.1\",\"size\":1}"), review.out());
    assertTrue(review.out().endsWith("all are decided, q quits\naccept, reject, skip, why, open, help or quit? "
        + "accepted 4, rejected 0, 0 left; look at them: git add -N golden; git diff golden\n"), review.out());
    assertEquals(0, review.exitCode());
  }

  @Test
  void aDangerousChangeWantsAReason() throws Exception {
    Path outcomes = root.resolve("golden/load/small/outcomes.approved.json");
    Files.writeString(outcomes, Files.readString(outcomes).replaceFirst("kept plugin", "freed plugin at gc 1"));
    VirtualScreen screen = new VirtualScreen(80, 24);
    CompletableFuture<Command> review = review(screen);
    screen.await("kept longer");
    screen.press("a");
    screen.await("class 'kept longer': why is it right?");
    screen.press("\u001b");
    screen.await("not accepted: no reason");
    screen.press("a");
    screen.await("class 'kept longer'");
    screen.press("it leaq\bks\r");
    screen.await("accepted 1 golden");
    screen.press("q");
    review.get();
    assertTrue(golden("load/small/ledger.jsonl").contains("\"reason\":\"it leaks\""), golden("load/small/ledger.jsonl"));
  }

  @Test
  void aStaleRunIsOnlyLookedAt() throws Exception {
    Files.setLastModifiedTime(root.resolve("corpus/load/small.case"), FileTime.from(Instant.now().plusSeconds(60)));
    Command review = plain("A\nq\n");
    assertTrue(review.out().contains("Only to look at: a stale run: corpus/load/small.case has changed since."), review.out());
    assertTrue(review.out().contains("not accepted: a stale run"), review.out());
    assertFalse(golden("load/small/ledger.jsonl").contains("\"cost\""));
  }

  @Test
  void withoutARunThereIsNothingToReview() throws IOException {
    Command.in(root, "check");
    assertEquals("all goldens of the last run are as approved\n", plain("").out());
    Files.delete(root.resolve("harness/target/received/run.json"));
    Command none = plain("");
    assertEquals(ExitCode.WRONG_INPUT, none.exitCode());
    assertTrue(none.err().contains("expected those of a run (harness/lethe check makes one), found none"), none.err());
  }
}
