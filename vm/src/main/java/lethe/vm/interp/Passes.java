package lethe.vm.interp;

import java.util.HashMap;
import java.util.Map;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.Heap;

/** Counts how often each safepoint is passed, and collects where the schedule says. */
final class Passes {
  private final Schedule schedule;
  private final Map<String, int[]> passes = new HashMap<>();

  Passes(Schedule schedule) {
    this.schedule = schedule;
  }

  /** The safepoint at the instruction is passed; was there a collection? */
  boolean collect(Instruction at, Heap heap) {
    int[] count = passes.computeIfAbsent(at.site(), s -> new int[1]);
    boolean due = schedule.collectAt(at.site(), ++count[0]);
    if (due) {
      heap.collectFull(GcCause.SCHEDULE);
    }
    return due;
  }
}
