package lethe.vm;

import java.util.Set;
import lethe.vm.fault.InputError;
import lethe.vm.heap.HeapOptions;
import lethe.vm.host.Host;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Schedule;
import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;

/**
 * How a machine is made. A run is a function of program, host and these options.
 *
 * @param policy id of the policy for loaded code
 * @param heap sizes in words
 * @param stackLimitWords where Stack_overflow is raised
 * @param schedule at which safepoints the collector runs besides; null for none
 * @param level of the trace
 * @param window units whose events are wanted; all if empty
 * @param sink takes the trace; null for none, which costs nothing
 * @param witness is shown every full collection; null for none
 * @param parts what the machine is made of
 * @param host the outside world; it denies everything unless given
 */
public record VmOptions(
    String policy,
    HeapOptions heap,
    int stackLimitWords,
    Schedule schedule,
    Level level,
    Set<String> window,
    EventSink sink,
    CollectionWitness witness,
    VmParts parts,
    Host host) {
  /** Least words of a stack: the first check of compiled code needs {@link Machine#STACK_THRESHOLD_WORDS} of them free. */
  public static final int LEAST_STACK_WORDS = 2 * Machine.STACK_THRESHOLD_WORDS;

  /** OCaml's own limit: 8 MiB. */
  public static final int DEFAULT_STACK_WORDS = 1 << 20;

  public VmOptions {
    window = Set.copyOf(window);
    if (stackLimitWords < LEAST_STACK_WORDS) {
      throw new InputError(
          "stack limit",
          "at least " + LEAST_STACK_WORDS + " words (compiled code assumes 256 free words after a check)",
          Integer.toString(stackLimitWords));
    }
  }

  /** Policy keep, OCaml's sizes, no trace, a host that denies everything. */
  public static VmOptions defaults() {
    return new VmOptions(
        "keep", HeapOptions.DEFAULT, DEFAULT_STACK_WORDS, null, Level.EFFECTS, Set.of(), null, null,
        new VmParts(), Host.closed());
  }

  public VmOptions withPolicy(String id) {
    return new VmOptions(id, heap, stackLimitWords, schedule, level, window, sink, witness, parts, host);
  }

  public VmOptions withHeap(HeapOptions options) {
    return new VmOptions(policy, options, stackLimitWords, schedule, level, window, sink, witness, parts, host);
  }

  public VmOptions withStackLimitWords(int words) {
    return new VmOptions(policy, heap, words, schedule, level, window, sink, witness, parts, host);
  }

  public VmOptions withSchedule(Schedule s) {
    return new VmOptions(policy, heap, stackLimitWords, s, level, window, sink, witness, parts, host);
  }

  public VmOptions withTrace(Level l, Set<String> units, EventSink s) {
    return new VmOptions(policy, heap, stackLimitWords, schedule, l, units, s, witness, parts, host);
  }

  public VmOptions withWitness(CollectionWitness w) {
    return new VmOptions(policy, heap, stackLimitWords, schedule, level, window, sink, w, parts, host);
  }

  public VmOptions withParts(VmParts p) {
    return new VmOptions(policy, heap, stackLimitWords, schedule, level, window, sink, witness, p, host);
  }

  public VmOptions withHost(Host h) {
    return new VmOptions(policy, heap, stackLimitWords, schedule, level, window, sink, witness, parts, h);
  }
}
