package lethe.vm.prim.std;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lethe.vm.heap.Heap;
import lethe.vm.host.HostError;
import lethe.vm.host.OpenFlag;
import lethe.vm.prim.ExitRequest;
import lethe.vm.prim.Predef;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** The process and its files, as the host offers them (sys.c). */
final class Sys {
  private static final int WORD_BITS = 64;
  private static final int INT_BITS = 63;
  private static final long MAX_WOSIZE = (1L << 54) - 1;
  /** Bytecode, in the order of OCaml's type backend_type. */
  private static final int BACKEND = 1;

  private static final int SEED_BYTES = 12;

  /** A change of the host's files. */
  private interface FileAction {
    void run(String path) throws HostError;
  }

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
        constant("caml_sys_isatty", Value.FALSE),
        Primitive.of("caml_sys_get_config", Sys::config),
        Primitive.of("caml_sys_exit", Sys::exit),
        Primitive.of("caml_sys_argv", (rt, unit) -> strings(rt.heap(), rt.host().arguments())),
        Primitive.of("caml_sys_get_argv", Sys::nameAndArguments),
        Primitive.of("caml_sys_executable_name", (rt, u) -> Text.ofUtf8(rt.heap(), rt.host().executableName())),
        Primitive.of("caml_sys_getenv", Sys::environment),
        Primitive.of("caml_sys_unsafe_getenv", Sys::environment),
        Primitive.of("caml_sys_random_seed", Sys::randomSeed),
        Primitive.of("caml_sys_time", Sys::time),
        Primitive.of("caml_sys_time_include_children", Sys::time),
        Primitive.of("caml_sys_open", Sys::open),
        Primitive.of("caml_sys_close", Sys::close),
        Primitive.of(
            "caml_sys_file_exists", (rt, path) -> Value.ofBoolean(rt.host().exists(Text.utf8(rt.heap(), path)))),
        Primitive.of("caml_sys_is_directory", Sys::isDirectory),
        Primitive.of("caml_sys_remove", (rt, path) -> change(rt, path, rt.host()::remove)),
        Primitive.of("caml_sys_rmdir", (rt, path) -> change(rt, path, rt.host()::removeDirectory)),
        Primitive.of(
            "caml_sys_mkdir",
            (rt, path, mode) -> change(rt, path, p -> rt.host().makeDirectory(p, Value.intOf(mode)))),
        Primitive.of(
            "caml_sys_rename",
            (rt, from, to) -> change(rt, from, p -> rt.host().rename(p, Text.utf8(rt.heap(), to)))),
        Primitive.of("caml_sys_read_directory", Sys::list),
        Primitive.of("caml_sys_getcwd", Sys::workingDirectory));
  }

  private static Primitive constant(String name, long word) {
    return Primitive.of(name, (rt, unit) -> word);
  }

  private static long strings(Heap heap, List<String> strings) {
    long[] words = strings.stream().mapToLong(s -> Text.ofUtf8(heap, s)).toArray();
    return Boxed.tuple(heap, words);
  }

  private static long config(Runtime rt, long unit) {
    return Boxed.tuple(rt.heap(), Text.ofUtf8(rt.heap(), "Unix"), Value.ofLong(WORD_BITS), Value.FALSE);
  }

  private static long exit(Runtime rt, long code) {
    throw new ExitRequest(Value.intOf(code));
  }

  private static long nameAndArguments(Runtime rt, long unit) {
    long name = Text.ofUtf8(rt.heap(), rt.host().executableName());
    return Boxed.tuple(rt.heap(), name, strings(rt.heap(), rt.host().arguments()));
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

  @SuppressWarnings("EnumOrdinal") // the order of declaration is that of OCaml's type
  private static long open(Runtime rt, long pathWord, long flagList, long permissions) {
    Heap heap = rt.heap();
    Set<OpenFlag> flags = EnumSet.noneOf(OpenFlag.class);
    for (long cell = flagList; Value.isBlock(cell); cell = heap.field(cell, 1)) {
      flags.add(OpenFlag.values()[Value.intOf(heap.field(cell, 0))]);
    }
    String path = Text.utf8(heap, pathWord);
    return SysError.guard(
        rt,
        path,
        () ->
            Value.ofLong(Descriptors.of(rt).add(rt.host().open(path, flags, Value.intOf(permissions)))));
  }

  private static long close(Runtime rt, long descriptor) {
    return SysError.guard(
        rt,
        () -> {
          Descriptors.of(rt).close(Value.intOf(descriptor));
          return Value.UNIT;
        });
  }

  private static long isDirectory(Runtime rt, long pathWord) {
    String path = Text.utf8(rt.heap(), pathWord);
    return SysError.guard(rt, path, () -> Value.ofBoolean(rt.host().isDirectory(path)));
  }

  private static long change(Runtime rt, long pathWord, FileAction action) {
    String path = Text.utf8(rt.heap(), pathWord);
    return SysError.guard(
        rt,
        path,
        () -> {
          action.run(path);
          return Value.UNIT;
        });
  }

  private static long list(Runtime rt, long pathWord) {
    String path = Text.utf8(rt.heap(), pathWord);
    return strings(rt.heap(), SysError.guard(rt, path, () -> rt.host().list(path)));
  }

  private static long workingDirectory(Runtime rt, long unit) {
    return Text.ofUtf8(rt.heap(), SysError.guard(rt, () -> rt.host().workingDirectory()));
  }
}
