package lethe.vm.prim.std;

import lethe.vm.host.HostError;
import lethe.vm.prim.OcamlException;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Runtime;

/** What a host refuses, as OCaml sees it: Sys_error (sys.c, caml_sys_error). */
final class SysError {
  /** Something that the host may refuse. */
  interface Action<T> {
    T run() throws HostError;
  }

  private SysError() {}

  /** Sys_error of the reason alone, as for an operation on a channel. */
  static <T> T guard(Runtime rt, Action<T> action) {
    try {
      return action.run();
    } catch (HostError e) {
      throw of(rt, e.getMessage());
    }
  }

  /** Sys_error of "path: reason". */
  static <T> T guard(Runtime rt, String path, Action<T> action) {
    try {
      return action.run();
    } catch (HostError e) {
      throw of(rt, path + ": " + e.getMessage());
    }
  }

  private static OcamlException of(Runtime rt, String message) {
    return rt.raiseWithString(Predef.SYS_ERROR, message);
  }
}
