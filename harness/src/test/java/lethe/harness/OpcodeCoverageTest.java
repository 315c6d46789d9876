package lethe.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import lethe.harness.corpus.OpcodeCoverage;
import lethe.harness.golden.LetheRoot;
import lethe.harness.ours.LetheSubject;
import lethe.harness.subject.RunOptions;
import lethe.vm.isa.Opcode;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;
import lethe.vm.trace.Level;
import org.junit.jupiter.api.Test;

/** The corpus leaves no opcode out, nor any that a policy adds. */
class OpcodeCoverageTest {
  private static OpcodeCoverage ofCorpus(String policy) {
    OpcodeCoverage coverage = new OpcodeCoverage();
    for (Case c : Corpus.readAll(LetheRoot.find().resolve("corpus"))) {
      new LetheSubject().run(c, policy, new RunOptions(Level.STEPS, "none", coverage));
    }
    return coverage;
  }

  private static Event step(String instruction) {
    return step("main+0", instruction);
  }

  private static Event step(String site, String instruction) {
    return Event.of(EventKind.STEP, site, instruction, "0", 0);
  }

  @Test
  void everyOpcodeIsExecuted() {
    OpcodeCoverage coverage = ofCorpus("keep");
    System.out.println(coverage.report());
    assertEquals(List.of(), coverage.missing(), coverage.report());
    assertEquals(List.of(), coverage.oneSided(), "jumps always or never taken");
    assertEquals(Set.of(), coverage.added().keySet(), "policy keep changes no code");
  }

  @Test
  void everyOperationOfStubIsExecuted() {
    assertEquals(
        Set.of("CALL_DYN", "CLOSUREREC_DYN", "CLOSURE_DYN", "C_CALL2_DYN", "GRAB_DYN", "POP_DYN", "RESTART_DYN"),
        ofCorpus("stub").added().keySet());
  }

  @Test
  void everyOperationOfHandleIsExecuted() {
    assertEquals(
        Set.of("CLOSUREREC_DYN", "CLOSURE_DYN", "C_CALL2_DYN"), ofCorpus("handle").added().keySet());
  }

  @Test
  void aSpecialisedFormCountsForItselfAndAFaultForNothing() {
    OpcodeCoverage coverage = new OpcodeCoverage();
    coverage.accept(step("ACC0"));
    coverage.accept(step("GRAB_DYN 1"));
    coverage.accept(step("EVENT"));
    coverage.accept(Event.of(EventKind.FAULT, "illegal instruction", "main+0", "no debugger"));
    List<Opcode> missing = coverage.missing();
    assertTrue(missing.contains(Opcode.ACC) && !missing.contains(Opcode.ACC0));
    assertTrue(missing.contains(Opcode.BREAK) && !missing.contains(Opcode.EVENT));
    assertTrue(missing.contains(Opcode.GRAB), "only the policy's own form was executed");
    assertTrue(coverage.report().startsWith("opcodes executed: 1 of 147; missing: [ACC1, "), coverage.report());
    assertEquals(Set.of("GRAB_DYN"), coverage.added().keySet());
  }

  @Test
  void aJumpCountsOnceItWasTakenAndNot() {
    OpcodeCoverage coverage = new OpcodeCoverage();
    coverage.accept(step("main+0", "BEQ 7 12"));
    coverage.accept(step("main+12", "BEQ 7 2"));
    assertTrue(coverage.oneSided().contains(Opcode.BEQ), "taken only");
    coverage.accept(step("main+15", "BNEQ 7 30"));
    assertFalse(coverage.oneSided().contains(Opcode.BEQ));
    coverage.accept(step("main+18", "STOP"));
    assertTrue(coverage.oneSided().contains(Opcode.BNEQ), "not taken only");
  }
}
