package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Value;

/** What only instrumented runtimes heed (afl.c, eventlog.c): in this one, as in OCaml's plain one, nothing happens. */
final class Instrumentation {
  private Instrumentation() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_reset_afl_instrumentation", (rt, unit) -> Value.UNIT),
        Primitive.of("caml_eventlog_resume", (rt, unit) -> Value.UNIT),
        Primitive.of("caml_eventlog_pause", (rt, unit) -> Value.UNIT));
  }
}
