package lethe.vm.prim.std;

import lethe.vm.heap.Heap;
import lethe.vm.host.Errno;
import lethe.vm.host.HostError;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** What a host refuses, as the unix library sees it: Unix.Unix_error of reason, function and argument (unixsupport.c). */
final class UnixError {
  private static final String EXCEPTION = "Unix.Unix_error";

  private UnixError() {}

  /** Runs an action on behalf of a function of Unix; argument is "" where it has none to tell. */
  static <T> T guard(Runtime rt, String function, String argument, SysError.Action<T> action) {
    try {
      return action.run();
    } catch (HostError e) {
      throw of(rt, e.errno(), function, argument);
    }
  }

  /** The same for an action without result. */
  static long run(Runtime rt, String function, String argument, Step step) {
    return guard(
        rt,
        function,
        argument,
        () -> {
          step.run();
          return Value.UNIT;
        });
  }

  /** Something that the host may refuse, without result. */
  interface Step {
    void run() throws HostError;
  }

  private static OcamlException of(Runtime rt, Errno errno, String function, String argument) {
    long exception = rt.named(EXCEPTION);
    if (exception == 0) {
      return rt.raiseWithString(
          Predef.INVALID_ARGUMENT, "Exception Unix.Unix_error not initialized, please link unix.cma");
    }
    Heap heap = rt.heap();
    long name = Text.ofUtf8(heap, function);
    long about = Text.ofUtf8(heap, argument);
    return rt.raise(Boxed.tuple(heap, exception, constructor(heap, errno), name, about));
  }

  /** A constant constructor, or EUNKNOWNERR with the number. */
  @SuppressWarnings("EnumOrdinal") // the order of declaration is that of OCaml's type
  static long constructor(Heap heap, Errno errno) {
    return errno.isConstructor() ? Value.ofLong(errno.ordinal()) : Boxed.tuple(heap, Value.ofLong(errno.number()));
  }

  /** The text of a constructor. */
  @SuppressWarnings("EnumOrdinal") // the order of declaration is that of OCaml's type
  static String message(Heap heap, long error) {
    if (Value.isInt(error)) {
      return Errno.values()[Value.intOf(error)].text();
    }
    int number = Value.intOf(heap.field(error, 0));
    return Errno.ofNumber(number).map(Errno::text).orElse("Unknown error " + number);
  }
}
