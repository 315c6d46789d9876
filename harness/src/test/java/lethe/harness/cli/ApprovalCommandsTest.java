package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import lethe.harness.golden.LetheRoot;
import lethe.harness.mutant.OneMoreBlock;
import lethe.harness.ours.LetheSubject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff} and {@code approve} by group, and the ledger. */
class ApprovalCommandsTest {
  private static final Surroundings CHANGED = new Surroundings() {
    @Override
    LetheSubject subject() {
      return new LetheSubject(new OneMoreBlock());
    }
  };

  @TempDir private Path root;

  @BeforeEach
  void approveAll() {
    SmallPrograms.root(root);
    assertEquals(0, Command.in(root, "approve", "--all").exitCode());
  }

  private Command lethe(String... args) {
    return Command.in(root, args);
  }

  private Command changed(String... args) {
    return Command.in(root, CHANGED, args);
  }

  private Path golden(String name) {
    return root.resolve("golden/load/small").resolve(name);
  }

  private static void assertWrong(Command command, String message) {
    assertEquals(ExitCode.WRONG_INPUT, command.exitCode(), command.toString());
    assertTrue(command.err().contains(message), command.err());
  }

  @Test
  void aChangeIsCheckedShownApprovedAndListed() throws IOException {
    Command check = changed("check");
    assertTrue(check.out().startsWith("2 goldens of 1 case are not as approved: 2 changes\n\n1  cost: 1 golden\n"), check.out());
    assertTrue(check.out().contains("harness/lethe approve --group N"), check.out());

    Command second = changed("diff", "--group", "2");
    assertTrue(second.out().contains("+2 alloc blk of 1 word, first at main+2"), second.out());
    assertTrue(second.out().contains("source: corpus/load/small.case:13  C_CALL1 lethe_load"), second.out());
    assertTrue(second.out().contains("\n+ {\"alloc\":\"blk@main+2.1\",\"size\":1}\n"), second.out());
    assertEquals(2, JsonParser.parseString(changed("diff", "--json").out()).getAsJsonArray().size());
    String markdown = changed("diff", "--markdown").out();
    assertTrue(markdown.startsWith("## 2 goldens of 1 case are changed: 2 changes\n"), markdown);
    assertEquals(markdown, changed("report", "--markdown").out());

    assertEquals("changed golden/load/small/stub.approved.jsonl (cost)\n1 of 1 goldens written; "
        + "look at them: git add -N golden; git diff golden\n", changed("approve", "--group", "2", "-m", "one more").out());
    List<String> ledger = Files.readAllLines(golden("ledger.jsonl"));
    assertEquals("{\"ledger\":1,\"case\":\"load/small\"}", ledger.get(0));
    assertEquals(4, ledger.size());
    assertTrue(ledger.get(3).startsWith("{\"file\":\"stub.approved.jsonl\",\"class\":\"cost\",\"change\":\"+2 alloc blk of 1 word, "
        + "first at main+2; allocs 1 → 3; words 10 → 14; 1 renamed object\",\"reason\":\"one more\",\"sha256\":\""), ledger.get(3));
    assertEquals(1, JsonParser.parseString(changed("diff", "--json").out()).getAsJsonArray().size());
  }

  @Test
  void aDangerousChangeIsNotApprovedWithoutAReason() throws IOException {
    Path outcomes = golden("outcomes.approved.json");
    String right = Files.readString(outcomes);
    Files.writeString(outcomes, right.replaceFirst("kept plugin", "freed plugin at gc 1"));
    assertWrong(lethe("approve", "load/small"), "-m REASON, why a change of class 'kept longer' is right: load/small/outcomes: "
        + "keep: plugin freed at gc 1 → kept, found none");
    assertEquals(0, lethe("approve", "load/small", "-m", "nothing frees it").exitCode());
    assertEquals(right, Files.readString(outcomes));
  }

  @Test
  void aGoldenThatNobodyApprovedIsADivergence() throws IOException {
    Files.writeString(golden("ledger.jsonl"), Files.readString(golden("ledger.jsonl")).replace("\"file\":\"stub", "\"file\":\"scan"));
    Command check = lethe("check");
    assertTrue(check.out().contains("LEDGER load/small/stub.approved.jsonl\n  golden/load/small/ledger.jsonl has no entry for it"),
        check.out());
    assertTrue(lethe("approve", "load/small").out().startsWith("listed golden/load/small/stub.approved.jsonl (new)\n"));
    assertEquals(0, lethe("check").exitCode());

    Files.writeString(golden("ledger.jsonl"), Files.readString(golden("ledger.jsonl")).replaceAll("\"sha256\":\"....", "\"sha256\":\"0000"));
    assertTrue(lethe("check").out().contains("it is not the file that was approved last"));
    assertWrong(lethe("approve", "load/small"), "was changed without an entry");
    Files.writeString(golden("ledger.jsonl"), "nonsense\n");
    assertTrue(lethe("check").out().contains("golden/load/small/ledger.jsonl:1: expected {\"ledger\":1"));
    Files.writeString(golden("ledger.jsonl"), "<<<<<<< ours\n>>>>>>> theirs\n");
    assertTrue(lethe("check").out().contains("keep the lines of both sides"));
  }

  @Test
  void aLedgerWithoutGoldensIsAnOrphan() throws IOException {
    SmallPrograms.write(root.resolve("golden/load/gone/ledger.jsonl"), new byte[0]);
    assertTrue(lethe("check").out().contains("ORPHAN load/gone/ledger.jsonl"));
  }

  @Test
  void aConflictedGoldenIsNotApproved() throws IOException {
    Path trace = golden("stub.approved.jsonl");
    Files.writeString(trace, "<<<<<<< ours\n" + Files.readString(trace) + ">>>>>>> theirs\n");
    Command approve = lethe("approve", "load/small");
    assertEquals(ExitCode.DIVERGENCE, approve.exitCode());
    assertTrue(approve.out().startsWith("CONFLICT load/small/stub.approved.jsonl"), approve.out());
    assertTrue(lethe("check").out().contains("CONFLICT load/small/stub.approved.jsonl"));
    assertTrue(lethe("review", "--plain").out().contains("holds conflict markers of a merge"));
  }

  @Test
  void aPartialAStaleAndABrokenOffRunAreNotApproved() throws IOException {
    changed("check", "--policy", "stub");
    assertWrong(changed("approve", "--group", "1"), "found a partial run, under some policies only");
    changed("check");
    Files.setLastModifiedTime(root.resolve("corpus/load/small.case"), FileTime.from(Instant.now().plusSeconds(60)));
    assertWrong(changed("approve", "--group", "1"), "found a stale run: corpus/load/small.case has changed since");
    Files.setLastModifiedTime(root.resolve("corpus/load/small.case"), FileTime.from(Instant.EPOCH));
    Path run = root.resolve("harness/target/received/run.json");
    Files.writeString(run, Files.readString(run).replace("\"ended\": true", "\"ended\": false"));
    assertWrong(changed("approve", "--group", "1"), "found a run that was broken off");
  }

  @Test
  void aBrokenCaseIsNotApprovedByGroup() throws IOException {
    Path broken = root.resolve("corpus/load/small.case");
    Files.writeString(broken, SmallPrograms.CASE.replace("result 42", "result 41"));
    changed("check");
    Command approve = changed("approve", "--group", "1");
    assertEquals(ExitCode.DIVERGENCE, approve.exitCode(), approve.toString());
    assertEquals("""
        EXPECTATION load/small under keep
          found in the last run: a case that is broken is repaired, not approved
          repeat: harness/lethe check load/small

        nothing approved: 1 objection
        """, approve.out());
  }

  @Test
  void aRootOnTheStackIsToldByItsKind() throws IOException {
    Path file = Files.createDirectories(root.resolve("corpus/exceptions")).resolve("handler-waits.case");
    Files.copy(LetheRoot.find().resolve("corpus/exceptions/handler-waits.case"), file);
    lethe("approve", "exceptions/handler-waits");
    Path golden = root.resolve("golden/exceptions/handler-waits/handle.approved.jsonl");
    Files.writeString(golden, Files.readString(golden).replace("\"path\":[\"stack 10\",", "\"path\":[\"env\","));
    Command check = lethe("check", "exceptions/handler-waits");
    assertTrue(check.out().contains("plugin kept by a return frame (stack 10) instead of env"), check.out());
    Command diff = lethe("diff", "--group", "1");
    assertTrue(diff.out().contains("plugin kept by a return frame (stack 10) instead of env"), diff.out());
  }

  @Test
  void aMachineApprovesNoGroup() {
    changed("check");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    int code = Main.run(new String[] {"approve", "--group", "1"}, new Session(stream, stream, () -> root, true, CHANGED));
    assertEquals(ExitCode.WRONG_INPUT, code);
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("found CI in the environment"));
  }

  @Test
  void wrongChoicesAreToldInOneLine() {
    assertWrong(lethe("diff"), "expected those of a run");
    changed("check");
    assertWrong(lethe("diff", "--group", "3"), "--group: expected 1 to 2, found 3");
    assertWrong(lethe("diff", "--json", "--markdown"), "found both");
    assertWrong(lethe("approve", "--group", "1", "load/small"), "no case beside it");
    assertWrong(lethe("approve", "--group", "1", "--case", "stub"), "a case of group 1, found 'stub'");
    assertWrong(lethe("diff", "--base", "nowhere"), "a commit of git, or two: A..B, found 'nowhere'");
    assertWrong(lethe("diff", "a.jsonl", "b.jsonl"), "a.jsonl: expected a file, found none of that name");
  }

  @Test
  void goldensAreComparedWithThoseOfACommit() throws IOException, InterruptedException {
    git("init", "-q");
    git("add", "golden");
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "approved");
    assertEquals("all goldens are as in HEAD\n", lethe("diff", "--base", "HEAD").out());
    changed("approve", "load/small", "-m", "a block more");
    SmallPrograms.write(root.resolve("golden/load/fresh/outcomes.approved.json"), "[\n]\n".getBytes(StandardCharsets.UTF_8));
    Command diff = lethe("diff", "--base", "HEAD", "--markdown");
    assertEquals(ExitCode.DIVERGENCE, diff.exitCode());
    assertTrue(diff.out().contains("`+2 alloc blk of 1 word, first at main+2`"), diff.out());
    assertTrue(diff.out().contains("- approved because: a block more"), diff.out());
    assertTrue(diff.out().contains("new outcomes"), diff.out());
    assertEquals(new Command(0, diff.out(), ""), lethe("report", "--base", "HEAD"));
    assertWrong(lethe("report", "--base", "HEAD", "load/small"), "--base: expected no case and no --output beside it, found load/small");
    git("add", "golden");
    git("rm", "-q", "-f", "golden/load/small/stub.approved.jsonl");
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "changed");
    assertTrue(lethe("diff", "--base", "HEAD~1..HEAD").out().contains("golden removed"));
  }

  private void git(String... args) throws IOException, InterruptedException {
    String[] command = new String[args.length + 1];
    command[0] = "git";
    System.arraycopy(args, 0, command, 1, args.length);
    assertEquals(0, new ProcessBuilder(command).directory(root.toFile()).inheritIO().start().waitFor());
  }

  @Test
  void twoTracesInFilesAreCompared() {
    String before = root.resolve("before.jsonl").toString();
    String now = root.resolve("now.jsonl").toString();
    lethe("trace", "load/small", "-o", before);
    changed("trace", "load/small", "-o", now);
    assertEquals("the traces are equal\n", lethe("diff", before, before).out());
    Command diff = lethe("diff", before, now);
    assertEquals(ExitCode.DIVERGENCE, diff.exitCode());
    assertTrue(diff.out().startsWith("the traces differ\n"), diff.out());
    assertTrue(diff.out().contains("+2 alloc blk of 1 word, first at main+2"), diff.out());
  }
}
