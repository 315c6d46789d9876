package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Value;

/** The fuzzer's counters (afl.c): bytecode has none, so there is nothing to reset. */
final class Afl {
  private Afl() {}

  static List<Primitive> primitives() {
    return List.of(Primitive.of("caml_reset_afl_instrumentation", (rt, unit) -> Value.UNIT));
  }
}
