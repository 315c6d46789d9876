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
import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;

/** Runs a case on our own machine, with the heap's verifier on and a witness at each full collection. */
public final class LetheSubject implements Subject {
  /** The table of globals and little else. */
  private static final int LEAN_MAJOR_WORDS = 1024;

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

  /** Hears the events of a run, and may look at the machine at each. */
  @FunctionalInterface
  public interface Onlooker {
    void hears(Event event, Vm vm);
  }

  @Override
  public CaseRun run(Case c, String policy, RunOptions options) {
    return watch(c, policy, options, (event, vm) -> options.sink().accept(event));
  }

  /**
   * Runs a case with somebody looking.
   *
   * @param level of the events
   * @param schedule spelt as in a header
   */
  public CaseRun watch(Case c, String policy, Level level, String schedule, Onlooker onlooker) {
    return watch(c, policy, new RunOptions(level, schedule, event -> {}), onlooker);
  }

  private CaseRun watch(Case c, String policy, RunOptions options, Onlooker onlooker) {
    LivenessWitness witness = new LivenessWitness();
    ScheduleSpec schedule = ScheduleSpec.parse("schedule", options.schedule());
    Level level = options.level();
    Place place = new Place(onlooker);
    VmOptions vmOptions = VmOptions.defaults()
        .withPolicy(policy)
        .withHeap(heap(c, options.lean()))
        .withStackLimitWords(c.stackWords())
        .withSchedule((site, count) -> {
          boolean collects = schedule.collectAt(site, count);
          options.safepoints().passed(site, count, collects);
          return collects;
        })
        .withTrace(level, Set.of(), place)
        .withWitness(witness);
    try (Vm vm = Vm.create(change.apply(vmOptions))) {
      place.vm = vm;
      place.accept(Event.of(EventKind.LETHE, EventKind.VERSION, c.id(), policy, level.toString(), c.shows()));
      return caseRun(run(vm, c), witness);
    }
  }

  /** Runs the units of a case on a machine made by somebody else. */
  public static VmOutcome run(Vm vm, Case c) {
    return vm.run(units(c, true), units(c, false));
  }

  /** Where an onlooker stands: the machine can only be made when there is somebody to hear its events. */
  private static final class Place implements EventSink {
    private final Onlooker onlooker;
    private Vm vm;

    Place(Onlooker onlooker) {
      this.onlooker = onlooker;
    }

    @Override
    public void accept(Event event) {
      onlooker.hears(event, vm);
    }
  }

  private static HeapOptions heap(Case c, boolean lean) {
    HeapOptions heap = HeapOptions.DEFAULT.withMinorWords(c.minorWords()).withCheck(true);
    return lean ? heap.withMajorWords(LEAN_MAJOR_WORDS) : heap;
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
        witness.delays(),
        new Counts(counts.steps(), counts.allocs(), counts.words(), counts.minor(), counts.full(), counts.depth()),
        outcome.output());
  }
}
