package lethe.vm.prim.std;

import java.util.List;
import lethe.vm.host.Errno;
import lethe.vm.host.HostError;
import lethe.vm.prim.ExitRequest;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** The process, as the host offers it (sys.c); its files are in {@link SysFiles}. */
final class Sys {
  private static final int WORD_BITS = 64;
  private static final int INT_BITS = 63;
  private static final long MAX_WOSIZE = (1L << 54) - 1;
  /** Bytecode, in the order of OCaml's type backend_type. */
  private static final int BACKEND = 1;

  private static final int SEED_BYTES = 12;

  private Sys() {}

  static List<Primitive> primitives() {
    return List.of(
        constant("caml_sys_const_big_endian", Value.FALSE),
        constant("caml_sys_const_word_size", Value.ofLong(WORD_BITS)),
        constant("caml_sys_const_int_size", Value.ofLong(INT_BITS)),
        constant("caml_sys_const_max_wosize", Value.ofLong(MAX_WOSIZE)),
        constant("caml_sys_const_ostype_unix", Value.TRUE),
        constant("caml_sys_const_ostype_win32", Value.FALSE),
        constant("caml_sys_const_ostype_cygwin", Value.FALSE),
        constant("caml_sys_const_backend_type", Value.ofLong(BACKEND)),
        constant("caml_sys_const_naked_pointers_checked", Value.FALSE),
        Primitive.of(
            "caml_sys_isatty", (rt, channel) -> Value.ofBoolean(Channels.channel(rt, channel).isTerminal())),
        Primitive.of("caml_sys_get_config", Sys::config),
        Primitive.of("caml_sys_exit", Sys::exit),
        Primitive.of("caml_sys_argv", (rt, unit) -> Arguments.of(rt).array(rt.heap())),
        Primitive.of("caml_sys_modify_argv", Sys::modifyArguments),
        Primitive.of("caml_sys_get_argv", Sys::nameAndArguments),
        Primitive.of("caml_sys_executable_name", (rt, u) -> Text.ofUtf8(rt.heap(), rt.host().executableName())),
        Primitive.of("caml_sys_getenv", Sys::environment),
        Primitive.of("caml_sys_unsafe_getenv", Sys::environment),
        Primitive.of("caml_sys_random_seed", Sys::randomSeed),
        Primitive.of("caml_sys_time", Sys::time),
        Primitive.of("caml_sys_time_include_children", Sys::time),
        Primitive.of("caml_sys_system_command", Sys::command));
  }

  private static Primitive constant(String name, long word) {
    return Primitive.of(name, (rt, unit) -> word);
  }

  private static long config(Runtime rt, long unit) {
    return Boxed.tuple(rt.heap(), Text.ofUtf8(rt.heap(), "Unix"), Value.ofLong(WORD_BITS), Value.FALSE);
  }

  private static long exit(Runtime rt, long code) {
    throw new ExitRequest(Value.intOf(code));
  }

  private static long nameAndArguments(Runtime rt, long unit) {
    long name = Text.ofUtf8(rt.heap(), rt.host().executableName());
    return Boxed.tuple(rt.heap(), name, Arguments.of(rt).array(rt.heap()));
  }

  private static long environment(Runtime rt, long name) {
    String value =
        rt.host()
            .environment(Text.utf8(rt.heap(), name))
            .orElseThrow(() -> rt.raiseConstant(Predef.NOT_FOUND));
    return Text.ofUtf8(rt.heap(), value);
  }

  private static long randomSeed(Runtime rt, long unit) {
    byte[] seed = new byte[SEED_BYTES];
    rt.host().randomSeed(seed);
    long[] words = new long[SEED_BYTES];
    for (int i = 0; i < SEED_BYTES; i++) {
      words[i] = Value.ofLong(seed[i] & 0xFF);
    }
    return Boxed.tuple(rt.heap(), words);
  }

  private static long time(Runtime rt, long unit) {
    return Boxed.ofDouble(rt.heap(), rt.host().processorSeconds());
  }

  private static long modifyArguments(Runtime rt, long array) {
    Arguments.of(rt).set(rt.heap(), array);
    return Value.UNIT;
  }

  private static long command(Runtime rt, long word) {
    String command = Text.utf8(rt.heap(), word);
    return SysError.guard(
        rt,
        command,
        () -> {
          if (command.indexOf(0) >= 0) {
            throw new HostError(Errno.EINVAL);
          }
          return Value.ofLong(rt.host().command(command));
        });
  }
}
