package lethe.harness.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Expectation;
import lethe.harness.corpus.Fate;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.Counts;
import lethe.harness.subject.RunOptions;
import lethe.harness.corpus.ScheduleSpec;
import lethe.harness.subject.Subject;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmOutcome;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.format.CompilationUnit;
import lethe.vm.heap.HeapOptions;
import lethe.vm.host.MemoryHost;
import lethe.vm.trace.Event;
import lethe.vm.trace.EventKind;

/** Our machine, without an opinion about liveness. */
final class PlainSubject implements Subject {
  @Override
  public CaseRun run(Case c, String policy, RunOptions options) {
    Map<String, CompilationUnit> linked = new LinkedHashMap<>();
    Map<String, CompilationUnit> loadable = new LinkedHashMap<>();
    for (AssembledUnit unit : c.units()) {
      (unit.isStatic() || unit.name().equals("main") ? linked : loadable).put(unit.name(), unit.unit());
    }
    options.sink().accept(Event.of(
        EventKind.LETHE, EventKind.VERSION, c.id(), policy, options.level().toString(), c.shows()));
    VmOptions machine = VmOptions.defaults()
        .withPolicy(policy)
        .withHeap(HeapOptions.DEFAULT.withMinorWords(c.minorWords()).withCheck(true))
        .withStackLimitWords(c.stackWords())
        .withTrace(options.level(), java.util.Set.of(), options.sink())
        .withHost(new MemoryHost(c.id()));
    if (!options.schedule().equals("none")) {
      machine = machine.withSchedule(ScheduleSpec.parse("schedule", options.schedule())::collectAt);
    }
    try (Vm vm = Vm.create(machine)) {
      VmOutcome outcome = vm.run(linked, loadable);
      List<Fate> fates = outcome.units().stream().map(f -> new Fate(f.unit(), f.end())).toList();
      VmOutcome.Counts n = outcome.counts();
      return new CaseRun(
          new Expectation(outcome.result(), fates, false), List.of(), List.of(),
          new Counts(n.steps(), n.allocs(), n.words(), n.minor(), n.full(), n.depth()), outcome.output());
    }
  }
}
