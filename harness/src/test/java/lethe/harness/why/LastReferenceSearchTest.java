package lethe.harness.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Cases;
import lethe.harness.ours.LetheSubject;
import lethe.vm.inspect.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last reference, in programs that lose it in different ways. */
class LastReferenceSearchTest {
  private static final String HEADER = Cases.SMALL.substring(0, Cases.SMALL.indexOf("unit plugin"));

  /** Posts {@code double} in cell 0. */
  private static final String PLUGIN = """
      unit plugin
        BRANCH init
      double:
        ACC0
        PUSHACC1
        ADDINT
        RETURN 1
      init:
        CLOSURE 0 double
        PUSHCONST0
        C_CALL2 lethe_set
        ATOM0
        SETGLOBAL Plugin
      unit main
        BRANCH init
      spy:
        ACC0
        RETURN 1
      loop:
        ACC0
        BRANCHIF again
        CONST0
        RETURN 1
      again:
        ACC0
        OFFSETINT -1
        PUSHOFFSETCLOSURE0
        APPTERM1 2
      tail:
        CONST0
        PUSH
        CLOSURE 0 spy
        APPTERM1 2
      init:
        GETGLOBAL "plugin"
        C_CALL1 lethe_load
      """;

  private static final String COLLECT = """
        CONST0
        C_CALL1 caml_gc_full_major
      """;

  private final LetheSubject subject = new LetheSubject();

  private static Case theCase(String main) {
    return Cases.parse(HEADER + PLUGIN + main);
  }

  private LastReference find(Case c, String policy, long looks) {
    Account account = Account.of(subject, c, policy, "none");
    Turn death = account.turns().stream().filter(Turn::isDeath).findFirst().orElseThrow();
    Optional<LastReference> last = new LastReferenceSearch(subject, c, account, "none", looks).of(death);
    return last.orElseThrow();
  }

  private LastReference find(String main, String policy) {
    return find(theCase(main), policy, 1_000);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "handle   | cell 0 → clo@plugin+7.1 → field 2 → handle of plugin",
    "stub     | cell 0 → clo@plugin+7.1 → field 2 → handle of plugin",
    "scan     | cell 0 → clo@plugin+7.1 → code word 0 → handle of plugin"
  })
  void aCellThatIsOverwritten(String policy, String path) {
    LastReference last = find("  CONST0\n  PUSHCONST0\n  C_CALL2 lethe_set\n" + COLLECT, policy);
    assertEquals(path, last.path().toString());
    assertEquals("C_CALL2 lethe_set", last.step().text("op"));
    assertEquals("cell 0, which led to clo@plugin+7.1, holds 0", last.loss().toString());
    assertEquals(List.of("{\"prim\":\"lethe_set\",\"args\":[\"0\",\"0\"]}"), last.effects().stream().map(Object::toString).toList());
    assertEquals(1, last.stride());
  }

  @Test
  void aFieldThatIsOverwritten() {
    LastReference last = find("""
          CONST0
          C_CALL1 lethe_get
          MAKEBLOCK1 0
          PUSHCONST0
          PUSHCONST0
          C_CALL2 lethe_set
          CONST0
          PUSHACC1
          SETFIELD0
        """ + COLLECT, "handle");
    assertEquals("SETFIELD0", last.step().text("op"));
    assertTrue(last.loss().place().matches("field 0 of blk@main\\+\\d+\\.1"), last.loss().place());
    assertEquals(Optional.of("0"), last.loss().now());
  }

  @Test
  void aPlaceOnTheStackThatIsPopped() {
    LastReference last = find("""
          CONST0
          C_CALL1 lethe_get
          PUSHCONST0
          PUSHCONST0
          C_CALL2 lethe_set
          POP 1
        """ + COLLECT, "handle");
    assertEquals("POP 1", last.step().text("op"));
    assertTrue(last.loss().place().startsWith("stack 1, of main (running at main+"), last.loss().place());
    assertEquals(Optional.empty(), last.loss().now());
    assertTrue(last.loss().toString().endsWith("which led to clo@plugin+7.1, is gone"), last.loss().toString());
  }

  @Test
  void theInstructionThatCollectsMayBeTheOne() {
    Case c = theCase("""
          CONST0
          C_CALL1 lethe_get
          PUSHCONST0
          PUSHCONST0
          C_CALL2 lethe_set
          CLOSURE 0 tail
          APPLY1
        """);
    assertEquals("result 0", Account.of(subject, c, "handle", "none").run().outcome().result());
    Account account = Account.of(subject, c, "handle", "all");
    Turn death = account.turns().stream().filter(Turn::isDeath).findFirst().orElseThrow();
    LastReference last = new LastReferenceSearch(subject, c, account, "all").of(death).orElseThrow();
    assertEquals("APPTERM1 2", last.step().text("op"));
    assertEquals(Optional.of("0"), last.loss().now(), "the argument slid over it");
  }

  /** Under scan, a closure whose code word is exchanged leads nowhere until it gets its own back. */
  @Test
  void aPathThatComesBackIsNotYetLost() {
    String exchange = """
          CONST0
          PUSHCONST0
          C_CALL1 lethe_get
          C_CALL2 caml_obj_raw_field
          PUSHCONST1
          C_CALL2 lethe_set
          CONST0
          PUSH
          CLOSURE 0 spy
          C_CALL2 caml_obj_raw_field
          PUSHCONST0
          PUSHCONST0
          C_CALL1 lethe_get
          C_CALL3 caml_obj_set_raw_field
        """;
    String back = """
          CONST1
          C_CALL1 lethe_get
          PUSHCONST0
          PUSHCONST0
          C_CALL1 lethe_get
          C_CALL3 caml_obj_set_raw_field
        """;
    LastReference left = find(exchange + COLLECT, "scan");
    assertEquals("C_CALL3 caml_obj_set_raw_field", left.step().text("op"));
    assertEquals("code word 0 of clo@plugin+7.1", left.loss().place());
    LastReference dropped =
        find(exchange + back + "  CONST0\n  PUSHCONST0\n  C_CALL2 lethe_set\n" + COLLECT, "scan");
    assertEquals("C_CALL2 lethe_set", dropped.step().text("op"));
    assertEquals("cell 0", dropped.loss().place());
  }

  @Test
  void aLongRunIsSearchedInRounds() {
    String main = """
          CLOSUREREC 1 0 loop
          CONSTINT 40
          PUSHACC1
          APPLY1
          CONST0
          PUSHCONST0
          C_CALL2 lethe_set
          CONSTINT 40
          PUSHACC1
          APPLY1
          POP 1
        """ + COLLECT;
    LastReference all = find(theCase(main), "handle", 10_000);
    LastReference few = find(theCase(main), "handle", 5);
    assertEquals(1, all.stride());
    assertTrue(few.stride() > 50, "looked at every " + few.stride() + "th");
    assertEquals(all, new LastReference(
        few.number(), few.step(), few.path(), few.loss(), few.effects(), all.stride()));
  }

  /** It is dead again before the second look of the first round. */
  @Test
  void aShortLifeBeforeALongRunIsFound() {
    String main = """
          CONST0
          PUSHCONST0
          C_CALL2 lethe_set
          CLOSUREREC 1 0 loop
          CONSTINT 40
          PUSHACC1
          APPLY1
          POP 1
        """ + COLLECT;
    LastReference few = find(theCase(main), "handle", 3);
    assertTrue(few.stride() > 50, "looked at one in " + few.stride());
    assertEquals("cell 0, which led to clo@plugin+7.1, holds 0", few.loss().toString());
  }

  @Test
  void anAccountTellsTheTurnsInTheirOrder() {
    Case c = theCase(COLLECT + "  CONST0\n  PUSHCONST0\n  C_CALL2 lethe_set\n" + COLLECT);
    Account account = Account.of(subject, c, "handle", "none");
    assertEquals(
        List.of(Turn.Kind.LOADED, Turn.Kind.KEPT, Turn.Kind.FREED), account.turns().stream().map(Turn::kind).toList());
    assertEquals(List.of("plugin"), account.units());
    assertEquals(2, account.asked());
    assertEquals("gc 2", account.turns().get(2).gc().orElseThrow().toString());
    assertEquals(Why.Reason.REACHABLE, account.turns().get(1).why().orElseThrow().reason());
    assertEquals(account.turns().get(1), account.lastSeenAlive(account.turns().get(2)));
    List<Turn> kept = Account.of(subject, c, "release", "none").turns();
    assertEquals("collection (closing)", kept.get(3).gc().orElseThrow().toString());
    assertEquals("policy release", kept.get(3).why().orElseThrow().toString());
  }
}
