package lethe.harness.cost;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.CaseReader;
import lethe.harness.corpus.Policies;
import lethe.harness.ours.LetheSubject;
import lethe.harness.subject.RunOptions;
import lethe.vm.Vm;
import lethe.vm.VmOptions;
import lethe.vm.VmOutcome;
import lethe.vm.VmParts;
import lethe.vm.fault.InputError;
import lethe.vm.heap.GcCounts;
import lethe.vm.heap.Heap;
import lethe.vm.heap.HeapOptions;
import lethe.vm.trace.Level;

/** Measures what a case with the key {@code cost} costs on our machine. */
public final class CostMeter {
  private static final String NEVER = "none";

  private CostMeter() {}

  /**
   * Measures under every policy.
   *
   * @throws InputError if a figure is not proportional to the number of times
   */
  public static CostRow measure(Case c) {
    Map<String, Map<Measure, Long>> figures = new LinkedHashMap<>();
    Policies.ALL.forEach(policy -> figures.put(policy, perTime(c, policy)));
    return new CostRow(c.id(), c.cost().orElseThrow().what(), figures);
  }

  private static Map<Measure, Long> perTime(Case c, String policy) {
    int times = c.cost().orElseThrow().times();
    Map<Measure, Long> once = count(c, policy);
    Map<Measure, Long> twice = count(CaseReader.withTimes(c, 2 * times), policy);
    Map<Measure, Long> thrice = count(CaseReader.withTimes(c, 3 * times), policy);
    if (once.isEmpty() || twice.isEmpty() || thrice.isEmpty()) {
      return Map.of();
    }
    Map<Measure, Long> each = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      long more = twice.get(measure) - once.get(measure);
      long again = thrice.get(measure) - twice.get(measure);
      if (more != again || more % times != 0) {
        throw new InputError(c.id() + " under " + policy, "as many " + measure.title() + " each time",
            more + " for " + times + " times, " + again + " for " + times + " times more");
      }
      each.put(measure, more / times);
    }
    return each;
  }

  /** The totals of a run; empty if it does not end with a result. */
  private static Map<Measure, Long> count(Case c, String policy) {
    CountingParts parts = new CountingParts();
    VmOptions options = VmOptions.defaults()
        .withPolicy(policy)
        .withHeap(HeapOptions.DEFAULT.withMinorWords(c.minorWords()))
        .withStackLimitWords(c.stackWords())
        .withSchedule(parts::collectAt)
        .withParts(parts);
    try (Vm vm = Vm.create(options)) {
      VmOutcome outcome = LetheSubject.run(vm, c);
      if (!outcome.result().startsWith("result ")) {
        return Map.of();
      }
      return totals(vm, parts.made, deepest(c, policy));
    }
  }

  private static Map<Measure, Long> totals(Vm vm, CountingHeap heap, long deepest) {
    GcCounts counts = heap.counts();
    Map<Measure, Long> totals = new EnumMap<>(Measure.class);
    totals.put(Measure.INSTRUCTIONS, vm.counts().steps());
    totals.put(Measure.READ, heap.wordsRead());
    totals.put(Measure.ALLOCATED, counts.allocatedWords());
    totals.put(Measure.STACK, deepest);
    totals.put(Measure.EXAMINED, counts.examinedWords());
    totals.put(Measure.LOOKED_UP, counts.lookUps());
    totals.put(Measure.HEAP, counts.liveWords());
    totals.put(Measure.CODE, vm.codeInts());
    totals.put(Measure.SLOTS, (long) vm.globalSlots());
    return totals;
  }

  private static long deepest(Case c, String policy) {
    return new LetheSubject().run(c, policy, new RunOptions(Level.EFFECTS, NEVER, event -> {})).counts().depth();
  }

  private static final class CountingParts extends VmParts {
    private CountingHeap made;

    /** A schedule that only looks. */
    boolean collectAt(String site, int count) {
      made.safepoint();
      return false;
    }

    @Override
    public Heap heap(HeapOptions options) {
      made = new CountingHeap(options, collector());
      return made;
    }
  }
}
