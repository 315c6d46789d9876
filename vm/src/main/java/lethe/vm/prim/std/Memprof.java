package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.fault.Fault;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/**
 * The statistical memory profiler (memprof.c). This machine takes no samples: at rate 0, where OCaml takes none either, a
 * profile starts and stops; any other rate is a primitive that is missing here.
 */
final class Memprof {
  /** Whether a profile is running. */
  private static final class State {
    private boolean started;
  }

  private Memprof() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_memprof_start", Memprof::start), Primitive.of("caml_memprof_stop", Memprof::stop));
  }

  private static State state(Runtime rt) {
    return rt.state(State.class, State::new);
  }

  private static long start(Runtime rt, long rateWord, long callstackSize, long tracker) {
    if (state(rt).started) {
      throw rt.raiseWithString(Predef.FAILURE, "Gc.Memprof.start: already started.");
    }
    double rate = Boxed.doubleOf(rt.heap(), rateWord);
    boolean isRate = rate >= 0 && rate <= 1; // NaN is none
    if (!isRate || Value.longOf(callstackSize) < 0) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, "Gc.Memprof.start");
    }
    if (rate > 0) {
      throw new Fault(
          Fault.Kind.MISSING_PRIMITIVE, "", "caml_memprof_start with a sampling rate above 0 called at " + rt.siteName());
    }
    state(rt).started = true;
    return Value.UNIT;
  }

  private static long stop(Runtime rt, long unit) {
    if (!state(rt).started) {
      throw rt.raiseWithString(Predef.FAILURE, "Gc.Memprof.stop: not started.");
    }
    state(rt).started = false;
    return Value.UNIT;
  }
}
