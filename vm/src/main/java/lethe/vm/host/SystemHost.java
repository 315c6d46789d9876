package lethe.vm.host;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The process's own world. Permissions of new files are left to the process's umask. */
final class SystemHost implements Host {
  private final List<String> arguments;
  private final HostFile input = new SystemFile(new FileInputStream(FileDescriptor.in).getChannel());
  private final HostFile output = new SystemFile(new FileOutputStream(FileDescriptor.out).getChannel());
  private final HostFile error = new SystemFile(new FileOutputStream(FileDescriptor.err).getChannel());

  SystemHost(List<String> arguments) {
    this.arguments = arguments.isEmpty() ? List.of("program") : arguments;
  }

  @Override
  public HostFile input() {
    return input;
  }

  @Override
  public HostFile output() {
    return output;
  }

  @Override
  public HostFile error() {
    return error;
  }

  @Override
  public HostFile open(String path, Set<OpenFlag> flags, int permissions) throws HostError {
    Set<OpenOption> options = new HashSet<>();
    boolean append = flags.contains(OpenFlag.APPEND);
    boolean write = flags.contains(OpenFlag.WRITE) || append;
    if (write) {
      options.add(append ? StandardOpenOption.APPEND : StandardOpenOption.WRITE);
    }
    // The JDK refuses APPEND with READ or TRUNCATE_EXISTING; OCaml programs do not ask for the first.
    if (!write || (flags.contains(OpenFlag.READ) && !append)) {
      options.add(StandardOpenOption.READ);
    }
    if (flags.contains(OpenFlag.TRUNCATE) && write && !append) {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    if (flags.contains(OpenFlag.CREATE)) {
      options.add(
          flags.contains(OpenFlag.EXCLUSIVE) ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
    }
    return ofPath(path, p -> new SystemFile(FileChannel.open(p, options)));
  }

  @Override
  public boolean exists(String path) {
    try {
      return Files.exists(Path.of(path));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Override
  public boolean isDirectory(String path) throws HostError {
    if (!exists(path)) {
      throw new HostError(HostError.NO_SUCH_FILE);
    }
    return Files.isDirectory(Path.of(path));
  }

  @Override
  public void remove(String path) throws HostError {
    if (exists(path) && isDirectory(path)) {
      throw new HostError(HostError.IS_DIRECTORY);
    }
    ofPath(path, SystemHost::delete);
  }

  @Override
  public void removeDirectory(String path) throws HostError {
    if (!isDirectory(path)) {
      throw new HostError(HostError.NOT_DIRECTORY);
    }
    ofPath(path, SystemHost::delete);
  }

  @Override
  public void rename(String from, String to) throws HostError {
    ofPath(from, p -> Files.move(p, Path.of(to), StandardCopyOption.REPLACE_EXISTING));
  }

  @Override
  public void makeDirectory(String path, int permissions) throws HostError {
    ofPath(path, Files::createDirectory);
  }

  @Override
  public List<String> list(String path) throws HostError {
    return ofPath(path, SystemHost::names);
  }

  @Override
  public String workingDirectory() {
    return Path.of("").toAbsolutePath().toString();
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(System.getenv(name));
  }

  @Override
  public List<String> arguments() {
    return arguments;
  }

  @Override
  public String executableName() {
    return arguments.get(0);
  }

  @Override
  public double processorSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }

  @Override
  public void randomSeed(byte[] seed) {
    new SecureRandom().nextBytes(seed);
  }

  private interface PathAction<T> {
    T apply(Path path) throws IOException;
  }

  private static Path delete(Path path) throws IOException {
    Files.delete(path);
    return path;
  }

  private static List<String> names(Path path) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        names.add(entry.getFileName().toString());
      }
    }
    Collections.sort(names);
    return names;
  }

  private static <T> T ofPath(String path, PathAction<T> action) throws HostError {
    try {
      return action.apply(Path.of(path));
    } catch (NoSuchFileException | IllegalArgumentException e) {
      throw new HostError(HostError.NO_SUCH_FILE);
    } catch (FileAlreadyExistsException e) {
      throw new HostError(HostError.FILE_EXISTS);
    } catch (DirectoryNotEmptyException e) {
      throw new HostError(HostError.NOT_EMPTY);
    } catch (NotDirectoryException e) {
      throw new HostError(HostError.NOT_DIRECTORY);
    } catch (IOException e) {
      throw new HostError(HostError.PERMISSION_DENIED);
    }
  }
}
