package lethe.vm;

import java.util.Set;
import lethe.vm.heap.HeapOptions;
import lethe.vm.host.Host;
import lethe.vm.interp.Schedule;
import lethe.vm.step.Steps;
import lethe.vm.trace.EventSink;
import lethe.vm.trace.Level;

/**
 * How a machine is made. A run is a function of program, host and these options.
 *
 * @param policy id of the policy for loaded code
 * @param heap sizes in words
 * @param limits what a program may use up besides
 * @param schedule at which safepoints the collector runs besides; null for none
 * @param level of the trace
 * @param window units whose events are wanted; all if empty
 * @param sink takes the trace; null for none, which costs nothing
 * @param steps of which each is shown; null for none. A machine is traced, or its steps are shown
 * @param witness is shown every full collection; null for none
 * @param parts what the machine is made of
 * @param host the outside world; it denies everything unless given
 */
public record VmOptions(
    String policy,
    HeapOptions heap,
    Limits limits,
    Schedule schedule,
    Level level,
    Set<String> window,
    EventSink sink,
    Steps steps,
    CollectionWitness witness,
    VmParts parts,
    Host host) {
  public VmOptions {
    window = Set.copyOf(window);
    if (sink != null && steps != null) {
      throw new IllegalArgumentException("a machine is traced, or its steps are shown, not both");
    }
  }

  /** Policy keep, OCaml's sizes, no trace, a host that denies everything. */
  public static VmOptions defaults() {
    return new VmOptions(
        "keep", HeapOptions.DEFAULT, Limits.DEFAULT, null, Level.EFFECTS, Set.of(), null, null, null,
        new VmParts(), Host.closed());
  }

  public VmOptions withPolicy(String id) {
    return new VmOptions(id, heap, limits, schedule, level, window, sink, steps, witness, parts, host);
  }

  public VmOptions withHeap(HeapOptions options) {
    return new VmOptions(policy, options, limits, schedule, level, window, sink, steps, witness, parts, host);
  }

  public VmOptions withLimits(Limits l) {
    return new VmOptions(policy, heap, l, schedule, level, window, sink, steps, witness, parts, host);
  }

  /** The same limits, but for the steps. */
  public VmOptions withStepLimit(long steps) {
    return withLimits(new Limits(steps, limits.stackWords(), limits.outputBytes()));
  }

  /** The same limits, but for the stack. */
  public VmOptions withStackLimitWords(int words) {
    return withLimits(new Limits(limits.steps(), words, limits.outputBytes()));
  }

  /** The same limits, but for the output. */
  public VmOptions withOutputLimitBytes(long bytes) {
    return withLimits(new Limits(limits.steps(), limits.stackWords(), bytes));
  }

  public VmOptions withSchedule(Schedule s) {
    return new VmOptions(policy, heap, limits, s, level, window, sink, steps, witness, parts, host);
  }

  public VmOptions withTrace(Level l, Set<String> units, EventSink s) {
    return new VmOptions(policy, heap, limits, schedule, l, units, s, steps, witness, parts, host);
  }

  public VmOptions withSteps(Steps s) {
    return new VmOptions(policy, heap, limits, schedule, level, window, sink, s, witness, parts, host);
  }

  public VmOptions withWitness(CollectionWitness w) {
    return new VmOptions(policy, heap, limits, schedule, level, window, sink, steps, w, parts, host);
  }

  public VmOptions withParts(VmParts p) {
    return new VmOptions(policy, heap, limits, schedule, level, window, sink, steps, witness, p, host);
  }

  public VmOptions withHost(Host h) {
    return new VmOptions(policy, heap, limits, schedule, level, window, sink, steps, witness, parts, h);
  }
}
