package lethe.vm.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessMode;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The process's file system, from a working directory of this host's own: the JVM cannot change the process's. */
final class SystemFiles implements HostFiles {
  private static final LinkOption[] FOLLOW = {};
  private static final LinkOption[] LINK_ITSELF = {LinkOption.NOFOLLOW_LINKS};
  private static final int PERMISSION_BITS = 07777;
  private static final double NANOS = 1e9;

  private Path directory = Path.of("").toAbsolutePath();

  /** Where a path leads from here. An empty one, or one that the system cannot spell, leads nowhere. */
  Path resolve(String path) throws HostError {
    if (path.isEmpty() || path.indexOf(0) >= 0) {
      throw new HostError(Errno.ENOENT);
    }
    try {
      Path resolved = directory.resolve(path);
      if (path.endsWith("/") && Files.exists(resolved, LINK_ITSELF) && !Files.isDirectory(resolved)) {
        throw new HostError(Errno.ENOTDIR);
      }
      return resolved;
    } catch (IllegalArgumentException e) {
      throw new HostError(Errno.ENOENT);
    }
  }

  Path directory() {
    return directory;
  }

  @Override
  public HostFile open(String path, Set<OpenFlag> flags, int permissions) throws HostError {
    Path file = resolve(path);
    Set<OpenOption> options = new HashSet<>();
    boolean append = flags.contains(OpenFlag.APPEND);
    boolean write = flags.contains(OpenFlag.WRITE) || append;
    boolean read = flags.contains(OpenFlag.READ) || !write;
    if (flags.contains(OpenFlag.CREATE)) {
      options.add(flags.contains(OpenFlag.EXCLUSIVE) ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
    }
    if (flags.contains(OpenFlag.SYNC)) {
      options.add(StandardOpenOption.SYNC);
    }
    if (flags.contains(OpenFlag.DATA_SYNC)) {
      options.add(StandardOpenOption.DSYNC);
    }
    if (write) {
      options.add(StandardOpenOption.WRITE);
    }
    if (write && flags.contains(OpenFlag.TRUNCATE)) {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    if (read) {
      options.add(StandardOpenOption.READ);
    }
    boolean creates = flags.contains(OpenFlag.CREATE) && !write;
    return Refusals.guard(() -> {
      if (creates) {
        // The JDK ignores CREATE for a file that is only read.
        openChannel(file, Set.of(StandardOpenOption.WRITE, creation(flags)), permissions).close();
        options.removeAll(Set.of(StandardOpenOption.CREATE, StandardOpenOption.CREATE_NEW));
      }
      FileChannel channel = openChannel(file, options, permissions);
      return append
          ? new AppendingFile(FileChannel.open(file, StandardOpenOption.APPEND), channel, file)
          : new SystemFile(channel, file);
    });
  }

  private static OpenOption creation(Set<OpenFlag> flags) {
    return flags.contains(OpenFlag.EXCLUSIVE) ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE;
  }

  private static FileChannel openChannel(Path file, Set<OpenOption> options, int permissions) throws IOException {
    return FileChannel.open(file, options, mode(permissions));
  }

  /** The process's mask is taken off by the system. */
  private static FileAttribute<?> mode(int permissions) {
    Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] fromHighest = PosixFilePermission.values();
    for (int bit = 0; bit < fromHighest.length; bit++) {
      if ((permissions >> bit & 1) != 0) {
        set.add(fromHighest[fromHighest.length - 1 - bit]);
      }
    }
    return PosixFilePermissions.asFileAttribute(set);
  }

  @Override
  public FileStatus status(String path, boolean followLink) throws HostError {
    return status(resolve(path), followLink);
  }

  static FileStatus status(Path path, boolean followLink) throws HostError {
    Map<String, Object> stat =
        Refusals.guard(() -> Files.readAttributes(path, "unix:*", followLink ? FOLLOW : LINK_ITSELF));
    int mode = (int) stat.get("mode");
    return new FileStatus(
        (long) stat.get("dev"), (long) stat.get("ino"), FileStatus.Kind.ofMode(mode), mode & PERMISSION_BITS,
        (int) stat.get("nlink"), (int) stat.get("uid"), (int) stat.get("gid"), (long) stat.get("rdev"),
        (long) stat.get("size"), seconds(stat.get("lastAccessTime")), seconds(stat.get("lastModifiedTime")),
        seconds(stat.get("ctime")));
  }

  private static double seconds(Object time) {
    return ((FileTime) time).to(TimeUnit.NANOSECONDS) / NANOS;
  }

  @Override
  public void access(String path, Set<Access> wanted) throws HostError {
    Path file = resolve(path);
    List<AccessMode> modes = wanted.stream()
        .filter(access -> access != Access.EXIST).map(access -> AccessMode.valueOf(access.name())).toList();
    act(() -> file.getFileSystem().provider().checkAccess(file, modes.toArray(new AccessMode[0])));
  }

  private interface Change {
    void run() throws IOException;
  }

  private static void act(Change change) throws HostError {
    Refusals.guard(() -> {
      change.run();
      return change;
    });
  }

  /** unlink(2); the JDK would take a directory too. */
  @Override
  public void remove(String path) throws HostError {
    Path file = resolve(path);
    if (Files.isDirectory(file, LINK_ITSELF)) {
      throw new HostError(Errno.EISDIR);
    }
    act(() -> Files.delete(file));
  }

  @Override
  public void removeDirectory(String path) throws HostError {
    Path file = resolve(path);
    if (!status(file, false).isDirectory()) {
      throw new HostError(Errno.ENOTDIR);
    }
    act(() -> Files.delete(file));
  }

  /** With ATOMIC_MOVE the JDK calls rename(2) and nothing else. */
  @Override
  public void rename(String from, String to) throws HostError {
    Path source = resolve(from);
    Path target = resolve(to);
    act(() -> Files.move(source, target, StandardCopyOption.ATOMIC_MOVE));
  }

  @Override
  public void link(String existing, String name) throws HostError {
    Path source = resolve(existing);
    Path target = resolve(name);
    act(() -> Files.createLink(target, source));
  }

  @Override
  public void symbolicLink(String target, String name) throws HostError {
    Path link = resolve(name);
    act(() -> Files.createSymbolicLink(link, Path.of(target)));
  }

  @Override
  public String readLink(String path) throws HostError {
    Path link = resolve(path);
    return Refusals.guard(() -> Files.readSymbolicLink(link).toString());
  }

  @Override
  public String realPath(String path) throws HostError {
    Path file = resolve(path);
    return Refusals.guard(() -> file.toRealPath().toString());
  }

  @Override
  public void changeMode(String path, int permissions) throws HostError {
    changeMode(resolve(path), permissions);
  }

  static void changeMode(Path path, int permissions) throws HostError {
    act(() -> Files.setAttribute(path, "unix:mode", permissions));
  }

  @Override
  public void changeOwner(String path, int user, int group) throws HostError {
    Path file = resolve(path);
    status(file, true);
    if (user >= 0) {
      act(() -> Files.setAttribute(file, "unix:uid", user));
    }
    if (group >= 0) {
      act(() -> Files.setAttribute(file, "unix:gid", group));
    }
  }

  @Override
  public void setTimes(String path, double accessSeconds, double modificationSeconds) throws HostError {
    Path file = resolve(path);
    act(() -> Files.getFileAttributeView(file, BasicFileAttributeView.class)
        .setTimes(time(modificationSeconds), time(accessSeconds), null));
  }

  private static FileTime time(double seconds) {
    return FileTime.from((long) (seconds * NANOS), TimeUnit.NANOSECONDS);
  }

  @Override
  public void makeDirectory(String path, int permissions) throws HostError {
    // A slash at the end is allowed here, where nothing is yet.
    Path made = resolve(path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    act(() -> Files.createDirectory(made, mode(permissions)));
  }

  @Override
  public List<String> list(String path) throws HostError {
    Path listed = resolve(path);
    return Refusals.guard(() -> {
      List<String> names = new ArrayList<>();
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(listed)) {
        entries.forEach(entry -> names.add(entry.getFileName().toString()));
      }
      return names;
    });
  }

  @Override
  public String workingDirectory() {
    return directory.toString();
  }

  @Override
  public void changeDirectory(String path) throws HostError {
    Path target = resolve(path);
    if (!status(target, true).isDirectory()) {
      throw new HostError(Errno.ENOTDIR);
    }
    access(path, EnumSet.of(Access.EXECUTE));
    directory = Refusals.guard(target::toRealPath);
  }
}
