package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Value;

/** Backtraces are never recorded here: status off, and empty where one is asked for (backtrace.c). */
final class Backtrace {
  private Backtrace() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_backtrace_status", (rt, unit) -> Value.FALSE),
        Primitive.of("caml_get_exception_raw_backtrace", (rt, unit) -> rt.heap().atom(0)),
        Primitive.of("caml_restore_raw_backtrace", (rt, exn, backtrace) -> Value.UNIT));
  }
}
