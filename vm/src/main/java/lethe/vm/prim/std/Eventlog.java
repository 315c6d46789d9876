package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.prim.Primitive;
import lethe.vm.value.Value;

/** The event log (eventlog.c). It is never on here, and without one OCaml's pause and resume do nothing either. */
final class Eventlog {
  private Eventlog() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_eventlog_pause", (rt, unit) -> Value.UNIT),
        Primitive.of("caml_eventlog_resume", (rt, unit) -> Value.UNIT));
  }
}
