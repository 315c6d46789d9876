package lethe.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** {@code lethe why} and {@code lethe inspect} with cases of the corpus. */
class WhyCommandTest {
  private static String out(String... args) {
    Command done = Command.lethe(args);
    assertEquals(0, done.exitCode(), done.toString());
    return done.out();
  }

  @Test
  void tellsWhatKeepsAUnitUnderEachPolicy() {
    assertEquals(
        """
        policy handle
          gc 1
            plugin kept: frame 3 (return to plugin+8), env → clo@plugin+24.1 → field 2 → handle of plugin
          result 42
        policy stub
          gc 1
            plugin kept: frame 4 (return to plugin+8), env → clo@plugin+24.1 → field 2 → handle of plugin
          result 42
        policy scan
          gc 1
            plugin kept: frame 3 (return to plugin+8), pc → handle of plugin
          result 42
        policy keep
          gc 1
            plugin kept: policy keep
          result 42
        """,
        out("why", "exceptions/handler-waits", "plugin", "--gc", "1", "--policy", "handle,stub,scan,keep"));
  }

  @Test
  void tellsTheLastReferenceAndWhereToLook() {
    assertEquals(
        """
        policy scan
          gc 2
            plugin freed: unreachable (23 ints of code, 1 slots given back)
              last path: cell 0 → clo@plugin+3.1 → code word 0 → handle of plugin
              lost at:   corpus/closures/partial.case:45  C_CALL2 lethe_set              ; cell 0 := 0
              by then:   cell 0, which led to clo@plugin+3.1, holds 0
              with:      {"prim":"lethe_set","args":["0","0"]}
              look:      harness/lethe inspect closures/partial --policy scan --level steps --at 65
          result 42
        """,
        out("why", "closures/partial", "--policy", "scan", "--gc", "2"));
    String look = out("inspect", "closures/partial", "--policy", "scan", "--level", "steps", "--at", "65");
    assertTrue(look.startsWith("event 65: {\"step\":\"main+26\",\"op\":\"C_CALL2 lethe_set\""), look);
    assertTrue(look.contains("  the instruction is about to run\n"), look);
    assertTrue(look.contains("kept: cell 0 → clo@plugin+3.1 → code word 0 → handle of plugin"), look);
  }

  @Test
  void aPolicyThatFreesTooMuchIsToldSo() {
    String export = out("why", "closures/partial", "--policy", "export", "--gc", "1");
    assertTrue(export.contains("last path: stack 3, of callback1 (running at callback1+4) → clo@main+2.2"), export);
    assertTrue(export.contains("though its code could still run: "), export);
    assertTrue(export.contains("  fault: freed code at main+23"), export);
    String release = out("why", "load/nested", "--policy", "release");
    assertTrue(release.contains("freed: no function"), release);
    assertFalse(release.contains("last path"), release);
  }

  /** An activation that an exception has left has no pc any more. */
  @Test
  void anActivationThatEndsInAnExceptionLetsGo() {
    String scan = out("why", "exceptions/uncaught", "--policy", "scan");
    assertTrue(scan.contains("by then:   pc, which led to handle of plugin, holds host"), scan);
  }

  @Test
  void theDataOfAnEphemeronGoesWithAKey() {
    String why = out("why", "liveness/ephemeron-data", "--policy", "handle");
    assertTrue(why.contains("→ abs@main+1.1 → data → clo@plugin+7.1 →"), why);
    assertTrue(why.contains("by then:   a live key of abs@main+1.1, which led to clo@plugin+7.1, is gone"), why);
    String seen = out("inspect", "liveness/ephemeron-data", "--policy", "handle", "--at", "gc1");
    assertTrue(seen.contains("live abs@main+1.1, tag 251, size 3: link | clo@plugin+7.1 | blk@main+8.1\n"), seen);
  }

  @Test
  void handlersAndFinalisersAreSeenAsRoots() {
    String waits = out("inspect", "liveness/finaliser-waits", "--policy", "handle", "--at", "gc1");
    assertTrue(waits.endsWith("finalisers\n  finaliser: clo@plugin+13.1\n  finaliser: clo@main+15.1\n"), waits);
    String handler = out("inspect", "liveness/signal-handler", "--policy", "handle", "--at", "gc1");
    assertTrue(handler.contains("signal handlers\n  handler of signal 10: clo@plugin+9.1\n"), handler);
  }

  @Test
  void aLongRunSaysThatItWasSampled() {
    String why = out("why", "running/few-tail-calls", "--policy", "stub", "--gc", "1");
    assertTrue(why.contains("by then:   cell 0, which led to clo@plugin+19.1, holds 0"), why);
    assertTrue(why.matches("(?s).*\\(a long run: first looked at one instruction in \\d+\\).*"), why);
  }

  @Test
  void showsTheMachineAtACollection() {
    String seen = out("inspect", "running/dropped-by-callee", "--policy", "stub", "--at", "gc 1");
    assertTrue(seen.contains("""
        stack, top first: 13 words
          frame 4 (C call, back to main+9)
            stack 13  env clo@main+16.1
            stack 12  pc main+9
          values of main (waiting at main+9)
            stack 11  0
          frame 3 (return to plugin+5)
            stack 10  pc plugin+5
            stack 9  env clo@plugin+19.1
            stack 8  extra_args 0
          values of plugin (waiting at plugin+5)
            stack 7  clo@main+16.1
          frame 2 (keeps a closure, popped at stub+1)
            stack 6  pc stub+1
            stack 5  kept clo@plugin+19.1
            stack 4  extra_args 0
          frame 1 (return to main+23)
            stack 3  pc main+23
            stack 2  env atom0
            stack 1  extra_args 0
        heap: 5 blocks, 4 live
          live clo@main+16.1, young, tag 247, size 2: main+2 | 2
          live clo@plugin+19.1, young, tag 247, size 4: stub+0 | 2 | handle of plugin | 2
          dead clo@main+14.1, young, tag 247, size 4: stub+0 | 2 | handle of plugin | 0
        """), seen);
    assertTrue(seen.endsWith("host cells\n  cell 0: 0\nnamed values: none\nsignal handlers: none\nfinalisers: none\n"), seen);
  }

  @Test
  void insideACollectionItShowsWhatWasMarked() {
    String trace = out("trace", "roots/named-value", "--policy", "handle");
    int line = 1 + (int) trace.lines().takeWhile(text -> !text.startsWith("{\"keep\"")).count();
    String seen = out("inspect", "roots/named-value", "--policy", "handle", "--at", Integer.toString(line));
    assertTrue(seen.startsWith("event " + line + ": {\"keep\":\"plugin\",\"path\":[\"named answer\""), seen);
    assertTrue(seen.contains("it has marked, and not swept"), seen);
    assertFalse(seen.contains("young"), seen);
    assertTrue(seen.contains("named values\n  named answer: clo@plugin+6.1\n"), seen);
  }

  @Test
  void beforeAndAfterTheRunThereIsLittleToSee() {
    String first = out("inspect", "closures/partial", "--policy", "handle", "--at", "1");
    assertTrue(first.contains("nothing has been linked yet") && first.contains("heap: 0 blocks, 0 live"), first);
    String trace = out("trace", "closures/partial", "--policy", "handle");
    String last = out("inspect", "closures/partial", "--policy", "handle", "--at", "" + trace.lines().count());
    assertTrue(last.contains("the run is over") && !last.contains("handle of plugin"), last);
  }
}
