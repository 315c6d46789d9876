package lethe.vm.prim.std;

import java.util.List;
import java.util.function.LongSupplier;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** The statistical memory profiler (memprof.c). */
final class Memprof {
  /** The profile that runs, null if none does. */
  private static final class State {
    private Profile profile;

    State(Runtime rt) {
      rt.pending().add(() -> profile != null && profile.run());
    }
  }

  /** Where a tracker is kept while another one's profile ends. */
  private static final String STARTING = "Gc.Memprof.start";

  private Memprof() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_memprof_start", Memprof::start), Primitive.of("caml_memprof_stop", Memprof::stop));
  }

  private static State state(Runtime rt) {
    return rt.state(State.class, () -> new State(rt));
  }

  private static long start(Runtime rt, long rateWord, long callstackSize, long trackerWord) {
    long tracker = trackerWord;
    State state = state(rt);
    double rate = Boxed.doubleOf(rt.heap(), rateWord);
    long frames = Value.longOf(callstackSize);
    if (state.profile != null) {
      // What it has still to be told may be where it is stopped.
      rt.registerNamed(STARTING, tracker);
      rt.pending().run();
      tracker = rt.named(STARTING);
      rt.registerNamed(STARTING, Value.UNIT);
    }
    if (state.profile != null) {
      throw rt.raiseWithString(Predef.FAILURE, "Gc.Memprof.start: already started.");
    }
    boolean isRate = rate >= 0 && rate <= 1; // NaN is none
    if (!isRate || frames < 0) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, "Gc.Memprof.start");
    }
    state.profile = new Profile(rt, rate, (int) Math.min(frames, Integer.MAX_VALUE), tracker);
    return Value.UNIT;
  }

  private static long stop(Runtime rt, long unit) {
    State state = state(rt);
    if (state.profile == null) {
      throw rt.raiseWithString(Predef.FAILURE, "Gc.Memprof.stop: not started.");
    }
    try {
      state.profile.close();
    } finally {
      state.profile = null;
    }
    return Value.UNIT;
  }

  /** Allocates as unmarshalling does, which a profile tells apart. */
  static long marshalled(Runtime rt, LongSupplier allocation) {
    Profile profile = state(rt).profile;
    return profile == null ? allocation.getAsLong() : profile.marshalled(allocation);
  }
}
