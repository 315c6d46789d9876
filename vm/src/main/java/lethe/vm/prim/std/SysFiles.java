package lethe.vm.prim.std;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import lethe.vm.host.Errno;
import lethe.vm.host.HostError;
import lethe.vm.host.HostFiles;
import lethe.vm.host.OpenFlag;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Files by name (sys.c). What the host refuses is Sys_error of path and reason. */
final class SysFiles {
  /** What is done with a path. */
  private interface Action<T> {
    T run(HostFiles files, String path) throws HostError;
  }

  /** A change of the host's files. */
  private interface Change {
    void run(HostFiles files, String path) throws HostError;
  }

  private SysFiles() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("caml_sys_open", SysFiles::open),
        Primitive.of("caml_sys_close", SysFiles::close),
        Primitive.of("caml_sys_file_exists", SysFiles::exists),
        Primitive.of("caml_sys_is_directory", SysFiles::isDirectory),
        Primitive.of("caml_sys_remove", (rt, path) -> change(rt, path, HostFiles::remove)),
        Primitive.of("caml_sys_rmdir", (rt, path) -> change(rt, path, HostFiles::removeDirectory)),
        Primitive.of("caml_sys_chdir", (rt, path) -> change(rt, path, HostFiles::changeDirectory)),
        Primitive.of(
            "caml_sys_mkdir",
            (rt, path, mode) -> change(rt, path, (files, p) -> files.makeDirectory(p, Value.intOf(mode)))),
        Primitive.of("caml_sys_rename", SysFiles::rename),
        Primitive.of("caml_sys_read_directory", SysFiles::list),
        Primitive.of("caml_sys_getcwd", SysFiles::workingDirectory));
  }

  private static <T> T of(Runtime rt, long pathWord, Action<T> action) {
    String path = Text.utf8(rt.heap(), pathWord);
    return SysError.guard(
        rt,
        path,
        () -> {
          checkPath(path);
          return action.run(rt.host().files(), path);
        });
  }

  /** The system's paths end at the first NUL. */
  static void checkPath(String path) throws HostError {
    if (path.indexOf(0) >= 0) {
      throw new HostError(Errno.ENOENT);
    }
  }

  private static long change(Runtime rt, long pathWord, Change change) {
    return of(
        rt,
        pathWord,
        (files, path) -> {
          change.run(files, path);
          return Value.UNIT;
        });
  }

  /** Open_wronly and Open_append win over Open_rdonly: there is no way to ask for both. */
  @SuppressWarnings("EnumOrdinal") // the order of declaration is that of OCaml's type
  private static long open(Runtime rt, long pathWord, long flagList, long permissions) {
    Set<OpenFlag> flags = EnumSet.noneOf(OpenFlag.class);
    for (long flag : OcamlList.elements(rt.heap(), flagList)) {
      flags.add(OpenFlag.values()[Value.intOf(flag)]);
    }
    boolean writes = flags.contains(OpenFlag.WRITE) || flags.contains(OpenFlag.APPEND);
    flags.remove(writes ? OpenFlag.READ : OpenFlag.WRITE);
    flags.add(writes ? OpenFlag.WRITE : OpenFlag.READ);
    return of(
        rt,
        pathWord,
        (files, path) ->
            Value.ofLong(Descriptors.of(rt).add(files.open(path, flags, Value.intOf(permissions)))));
  }

  private static long close(Runtime rt, long descriptor) {
    return SysError.guard(
        rt,
        () -> {
          Descriptors.of(rt).close(Value.intOf(descriptor));
          return Value.UNIT;
        });
  }

  private static long exists(Runtime rt, long pathWord) {
    String path = Text.utf8(rt.heap(), pathWord);
    return Value.ofBoolean(path.indexOf(0) < 0 && rt.host().files().exists(path));
  }

  private static long isDirectory(Runtime rt, long path) {
    return of(rt, path, (files, p) -> Value.ofBoolean(files.status(p, true).isDirectory()));
  }

  /** A NUL is told of the name that has it; what the system refuses is told of neither. */
  private static long rename(Runtime rt, long from, long to) {
    String source = of(rt, from, (files, path) -> path);
    String target = of(rt, to, (files, path) -> path);
    return SysError.guard(
        rt,
        () -> {
          rt.host().files().rename(source, target);
          return Value.UNIT;
        });
  }

  private static long list(Runtime rt, long path) {
    List<String> names = of(rt, path, HostFiles::list);
    return Text.array(rt.heap(), names);
  }

  private static long workingDirectory(Runtime rt, long unit) {
    return Text.ofUtf8(rt.heap(), SysError.guard(rt, () -> rt.host().files().workingDirectory()));
  }
}
