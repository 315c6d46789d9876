package lethe.vm.prim.std;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lethe.vm.heap.Heap;
import lethe.vm.host.Errno;
import lethe.vm.host.FileStatus;
import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;
import lethe.vm.host.HostFiles;
import lethe.vm.host.OpenFlag;
import lethe.vm.prim.Primitive;
import lethe.vm.prim.Runtime;
import lethe.vm.value.Value;

/** Files by name, of the unix library (otherlibs/unix: open.c, stat.c, unlink.c …). */
final class UnixFiles {
  private static final int DIRECT = 0;

  /** Something about a path. */
  private interface OfPath<T> {
    T run(HostFiles files, String path) throws HostError;
  }

  private interface Change {
    void run(HostFiles files, String path) throws HostError;
  }

  private UnixFiles() {}

  static List<Primitive> primitives() {
    return List.of(
        Primitive.of("unix_open", UnixFiles::open),
        Primitive.of("unix_stat", (rt, path) -> stat(rt, "stat", path, true, false)),
        Primitive.of("unix_lstat", (rt, path) -> stat(rt, "lstat", path, false, false)),
        Primitive.of("unix_stat_64", (rt, path) -> stat(rt, "stat", path, true, true)),
        Primitive.of("unix_lstat_64", (rt, path) -> stat(rt, "lstat", path, false, true)),
        Primitive.of("unix_unlink", (rt, path) -> change(rt, "unlink", path, HostFiles::remove)),
        Primitive.of("unix_rmdir", (rt, path) -> change(rt, "rmdir", path, HostFiles::removeDirectory)),
        Primitive.of("unix_chdir", (rt, path) -> change(rt, "chdir", path, HostFiles::changeDirectory)),
        Primitive.of("unix_mkdir", (rt, path, mode) ->
            change(rt, "mkdir", path, (files, p) -> files.makeDirectory(p, Value.intOf(mode)))),
        Primitive.of("unix_chmod", (rt, path, mode) ->
            change(rt, "chmod", path, (files, p) -> files.changeMode(p, Value.intOf(mode)))),
        Primitive.of("unix_chown", (rt, path, user, group) ->
            change(rt, "chown", path, (files, p) -> files.changeOwner(p, Value.intOf(user), Value.intOf(group)))),
        Primitive.of("unix_rename", UnixFiles::rename),
        Primitive.of("unix_link", UnixFiles::link),
        Primitive.of("unix_symlink", UnixFiles::symlink),
        Primitive.of("unix_has_symlink", (rt, unit) -> Value.TRUE),
        Primitive.of("unix_readlink", (rt, path) -> text(rt, "readlink", path, HostFiles::readLink)),
        Primitive.of("unix_realpath", (rt, path) -> text(rt, "realpath", path, HostFiles::realPath)),
        Primitive.of("unix_getcwd", UnixFiles::workingDirectory),
        Primitive.of("unix_access", UnixFiles::access),
        Primitive.of("unix_truncate", (rt, path, length) -> truncate(rt, path, Value.longOf(length))),
        Primitive.of("unix_truncate_64", (rt, path, length) -> truncate(rt, path, Boxed.longOf(rt.heap(), length))),
        Primitive.of("unix_utimes", UnixFiles::setTimes));
  }

  private static <T> T of(Runtime rt, String function, long pathWord, OfPath<T> action) {
    String path = Text.utf8(rt.heap(), pathWord);
    return UnixError.guard(
        rt,
        function,
        path,
        () -> {
          SysFiles.checkPath(path);
          return action.run(rt.host().files(), path);
        });
  }

  private static long change(Runtime rt, String function, long path, Change change) {
    return of(
        rt,
        function,
        path,
        (files, p) -> {
          change.run(files, p);
          return Value.UNIT;
        });
  }

  private static long text(Runtime rt, String function, long path, OfPath<String> action) {
    return Text.ofUtf8(rt.heap(), of(rt, function, path, action));
  }

  /** By the number of Unix.open_flag; what Linux or the JVM does anyhow has no flag here. */
  private static Set<OpenFlag> flags(Heap heap, long list) {
    Set<OpenFlag> flags = EnumSet.noneOf(OpenFlag.class);
    for (long flag : OcamlList.elements(heap, list)) {
      switch (Value.intOf(flag)) {
        case DIRECT -> flags.add(OpenFlag.READ);
        case 1 -> flags.add(OpenFlag.WRITE);
        case 2 -> flags.addAll(Set.of(OpenFlag.READ, OpenFlag.WRITE));
        case 3 -> flags.add(OpenFlag.NON_BLOCKING);
        case 4 -> flags.add(OpenFlag.APPEND);
        case 5 -> flags.add(OpenFlag.CREATE);
        case 6 -> flags.add(OpenFlag.TRUNCATE);
        case 7 -> flags.add(OpenFlag.EXCLUSIVE);
        case 9 -> flags.add(OpenFlag.DATA_SYNC);
        case 10 -> flags.add(OpenFlag.SYNC);
        default -> { } // O_NOCTTY, O_RSYNC, O_SHARE_DELETE, O_CLOEXEC, O_KEEPEXEC
      }
    }
    return flags;
  }

  private static long open(Runtime rt, long path, long flagList, long permissions) {
    Set<OpenFlag> flags = flags(rt.heap(), flagList);
    return of(rt, "open", path, (files, p) ->
        Value.ofLong(Descriptors.of(rt).add(files.open(p, flags, Value.intOf(permissions)))));
  }

  private static long stat(Runtime rt, String function, long path, boolean follow, boolean large) {
    return record(rt.heap(), of(rt, function, path, (files, p) -> files.status(p, follow)), large);
  }

  /** The record Unix.stats, or LargeFile.stats whose size is an int64. */
  @SuppressWarnings("EnumOrdinal") // the order of declaration is that of OCaml's type
  static long record(Heap heap, FileStatus s, boolean large) {
    long size = large ? Boxed.ofInt64(heap, s.sizeBytes()) : Value.ofLong(s.sizeBytes());
    return Boxed.tuple(
        heap, Value.ofLong(s.device()), Value.ofLong(s.inode()), Value.ofLong(s.kind().ordinal()),
        Value.ofLong(s.permissions()), Value.ofLong(s.links()), Value.ofLong(s.user()), Value.ofLong(s.group()),
        Value.ofLong(s.special()), size, Boxed.ofDouble(heap, s.accessSeconds()),
        Boxed.ofDouble(heap, s.modificationSeconds()), Boxed.ofDouble(heap, s.changeSeconds()));
  }

  private static long rename(Runtime rt, long from, long to) {
    String target = Text.utf8(rt.heap(), to);
    return change(rt, "rename", from, (files, source) -> {
      SysFiles.checkPath(target);
      files.rename(source, target);
    });
  }

  /** The first argument says whether a symbolic link is followed: None leaves it to the system, which does not. */
  private static long link(Runtime rt, long follow, long existing, long name) {
    String existingPath = Text.utf8(rt.heap(), existing);
    boolean follows = Value.isBlock(follow) && rt.heap().field(follow, 0) == Value.TRUE;
    return change(rt, "link", name, (files, p) -> {
      SysFiles.checkPath(existingPath);
      files.link(follows ? files.realPath(existingPath) : existingPath, p);
    });
  }

  private static long symlink(Runtime rt, long toDirectory, long target, long name) {
    String content = Text.utf8(rt.heap(), target);
    return change(rt, "symlink", name, (files, p) -> {
      SysFiles.checkPath(content);
      files.symbolicLink(content, p);
    });
  }

  private static long workingDirectory(Runtime rt, long unit) {
    return Text.ofUtf8(rt.heap(), UnixError.guard(rt, "getcwd", "", () -> rt.host().files().workingDirectory()));
  }

  @SuppressWarnings("EnumOrdinal") // the order of declaration is that of OCaml's type
  private static long access(Runtime rt, long path, long list) {
    Set<HostFiles.Access> wanted = EnumSet.noneOf(HostFiles.Access.class);
    for (long right : OcamlList.elements(rt.heap(), list)) {
      wanted.add(HostFiles.Access.values()[Value.intOf(right)]);
    }
    return change(rt, "access", path, (files, p) -> files.access(p, wanted));
  }

  private static long truncate(Runtime rt, long path, long length) {
    return change(rt, "truncate", path, (files, p) -> {
      if (length < 0) {
        throw new HostError(Errno.EINVAL);
      }
      HostFile file = files.open(p, EnumSet.of(OpenFlag.WRITE), 0);
      try {
        file.truncate(length);
      } finally {
        file.close();
      }
    });
  }

  /** Two zeros stand for now. */
  private static long setTimes(Runtime rt, long path, long access, long modification) {
    double a = Boxed.doubleOf(rt.heap(), access);
    double m = Boxed.doubleOf(rt.heap(), modification);
    Optional<Double> now = a == 0 && m == 0 ? Optional.of(rt.host().wallSeconds()) : Optional.empty();
    return change(rt, "utimes", path, (files, p) -> files.setTimes(p, now.orElse(a), now.orElse(m)));
  }
}
