package lethe.harness.ours;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Expectation;
import lethe.harness.corpus.Fate;
import lethe.harness.corpus.ScheduleSpec;
import lethe.harness.law.LivenessWitness;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.Counts;
import lethe.harness.subject.RunOptions;
import lethe.harness.subject.Subject;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmOutcome;
import lethe.vm.VmParts;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.format.CompilationUnit;
import lethe.vm.heap.HeapOptions;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;

/** Runs a case on our own machine, with the heap's verifier on and a witness at each full collection. */
public final class LetheSubject implements Subject {
  private final UnaryOperator<VmOptions> change;

  public LetheSubject() {
    this(options -> options);
  }

  /** A machine made of other parts: one that is broken on purpose, say. */
  public LetheSubject(VmParts parts) {
    this(options -> options.withParts(parts));
  }

  /** A machine whose options are not only the case's. */
  public LetheSubject(UnaryOperator<VmOptions> change) {
    this.change = change;
  }

  @Override
  public CaseRun run(Case c, String policy, RunOptions options) {
    LivenessWitness witness = new LivenessWitness();
    ScheduleSpec schedule = ScheduleSpec.parse("schedule", options.schedule());
    VmOptions vmOptions = VmOptions.defaults()
        .withPolicy(policy)
        .withHeap(HeapOptions.DEFAULT.withMinorWords(c.minorWords()).withCheck(true))
        .withStackLimitWords(c.stackWords())
        .withSchedule(schedule::collectAt)
        .withTrace(options.level(), Set.of(), options.sink())
        .withWitness(witness);
    options.sink().accept(Event.of(
        EventKind.LETHE, EventKind.VERSION, c.id(), policy, options.level().toString(), c.shows()));
    try (Vm vm = Vm.create(change.apply(vmOptions))) {
      return caseRun(vm.run(units(c, true), units(c, false)), witness);
    }
  }

  /** The units linked statically, main last; or those to be loaded. */
  private static Map<String, CompilationUnit> units(Case c, boolean linked) {
    Map<String, CompilationUnit> units = new LinkedHashMap<>();
    for (AssembledUnit unit : c.units()) {
      if (linked == (unit.isStatic() || unit.name().equals("main"))) {
        units.put(unit.name(), unit.unit());
      }
    }
    return units;
  }

  private static CaseRun caseRun(VmOutcome outcome, LivenessWitness witness) {
    List<Fate> fates = outcome.units().stream().map(fate -> new Fate(fate.unit(), fate.end())).toList();
    VmOutcome.Counts counts = outcome.counts();
    return new CaseRun(
        new Expectation(outcome.result(), fates, !witness.wronglyFreed().isEmpty()),
        witness.wronglyFreed(),
        witness.wronglyKept(),
        new Counts(counts.steps(), counts.allocs(), counts.words(), counts.minor(), counts.full(), counts.depth()),
        outcome.output());
  }
}
