package lethe.harness.subject;

import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;

/**
 * How a case is run, beside what its header says of heap and stack.
 *
 * @param level of the trace
 * @param schedule at which safepoints the collector runs, spelt as in a header
 * @param sink takes the events while the VM runs: a long trace is never held
 * @param safepoints is told each safepoint of the program
 * @param lean whether the heap starts as small as it can: quicker to collect, and the collector runs more often by itself
 */
public record RunOptions(Level level, String schedule, EventSink sink, Safepoints safepoints, boolean lean) {
  /** As cases are recorded for their goldens. */
  public RunOptions(Level level, String schedule, EventSink sink) {
    this(level, schedule, sink, Safepoints.UNHEARD, false);
  }
}
