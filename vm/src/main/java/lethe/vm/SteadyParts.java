package lethe.vm;

import java.util.Map;
import java.util.function.IntFunction;
import lethe.vm.heap.CollectorSeams;
import lethe.vm.heap.Heap;
import lethe.vm.heap.HeapOptions;
import lethe.vm.host.Host;
import lethe.vm.interp.Decoder;
import lethe.vm.interp.Machine;
import lethe.vm.interp.Policy;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Other parts, with primitives that tell a program nothing of the collector's counts: they are zeros. For comparing machines
 * whose collectors are not alike.
 */
public final class SteadyParts extends VmParts {
  private static final int STATISTICS = 17;
  private static final int FLOATS = 3;

  /** By name, what takes a primitive's place; all of them take unit. */
  private static final Map<String, Primitive.Body1> STEADY = Map.of(
      "caml_gc_stat", (rt, unit) -> zeros(rt, STATISTICS),
      "caml_gc_quick_stat", (rt, unit) -> zeros(rt, STATISTICS),
      "caml_gc_counters", (rt, unit) -> zeros(rt, FLOATS),
      "caml_gc_minor_words", (rt, unit) -> zero(rt),
      "caml_get_minor_free", (rt, unit) -> Value.ofLong(0),
      "caml_runtime_parameters", (rt, unit) -> rt.heap().string(new byte[0]));

  private final VmParts parts;

  public SteadyParts(VmParts parts) {
    this.parts = parts;
  }

  @Override
  public Primitive primitive(Primitive p) {
    Primitive.Body1 steady = STEADY.get(p.name());
    return steady == null ? parts.primitive(p) : Primitive.of(p.name(), steady);
  }

  private static long zeros(Runtime rt, int fields) {
    Heap heap = rt.heap();
    long block = heap.allocate(fields, 0);
    for (int i = 0; i < FLOATS; i++) {
      heap.init(block, i, zero(rt));
    }
    for (int i = FLOATS; i < fields; i++) {
      heap.init(block, i, Value.ofLong(0));
    }
    return block;
  }

  private static long zero(Runtime rt) {
    return rt.heap().allocate(1, Tag.DOUBLE);
  }

  @Override
  public CollectorSeams collector() {
    return parts.collector();
  }

  @Override
  public Heap heap(HeapOptions options) {
    return parts.heap(options);
  }

  @Override
  public Policy policy(String id) {
    return parts.policy(id);
  }

  @Override
  public Machine machine(Heap heap, Host host, Policy policy, int stackLimitWords) {
    return parts.machine(heap, host, policy, stackLimitWords);
  }

  @Override
  public Decoder decoder(Policy policy, IntFunction<Primitive> primitives) {
    return parts.decoder(policy, primitives);
  }
}
