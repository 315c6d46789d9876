package lethe.harness.subject;

import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;

/**
 * How a case is run, beside what its header says of heap and stack.
 *
 * @param level of the trace
 * @param schedule at which safepoints the collector runs, spelt as in a header
 * @param sink takes the events while the VM runs: a long trace is never held
 */
public record RunOptions(Level level, String schedule, EventSink sink) {}
