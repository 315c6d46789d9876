package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.prim.SignalTable;
import lethe.vm.prim.SignalTable.Action;
import lethe.vm.value.Value;

/** What a program wants done with signals (signals.c). */
final class Signals {
  private static final long DEFAULT = Value.ofLong(0);
  private static final long IGNORE = Value.ofLong(1);

  private Signals() {}

  static List<Primitive> primitives() {
    return List.of(Primitive.of("caml_install_signal_handler", Signals::install));
  }

  /** Sys.signal: gives what was done before. */
  private static long install(Runtime rt, long number, long behaviour) {
    int signal = SignalTable.systemNumber(Value.intOf(number));
    if (signal < 0) {
      throw rt.raiseWithString(Predef.INVALID_ARGUMENT, "Sys.signal: unavailable signal");
    }
    if (!SignalTable.isChangeable(signal)) {
      throw rt.raiseWithString(Predef.SYS_ERROR, "Invalid argument");
    }
    SignalTable signals = rt.signals();
    long before =
        switch (signals.action(signal)) {
          case DEFAULT -> DEFAULT;
          case IGNORE -> IGNORE;
          case HANDLE -> Boxed.tuple(rt.heap(), signals.handler(signal));
        };
    if (Value.isBlock(behaviour)) {
      signals.set(signal, Action.HANDLE, rt.heap().field(behaviour, 0));
    } else {
      signals.set(signal, behaviour == IGNORE ? Action.IGNORE : Action.DEFAULT, Value.UNIT);
    }
    return before;
  }
}
