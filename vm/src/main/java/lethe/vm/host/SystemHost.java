package lethe.vm.host;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The process's own world. Permissions of new files go through the process's umask. */
final class SystemHost implements Host {
  private static final double NANOS = 1e9;

  private final List<String> arguments;
  private final Map<String, String> environment = new TreeMap<>(System.getenv());
  private final SystemFiles files = new SystemFiles();
  private final HostFile input = stream(new FileInputStream(FileDescriptor.in).getChannel(), 0);
  private final HostFile output = stream(new FileOutputStream(FileDescriptor.out).getChannel(), 1);
  private final HostFile error = stream(new FileOutputStream(FileDescriptor.err).getChannel(), 2);

  SystemHost(List<String> arguments) {
    this.arguments = arguments.isEmpty() ? List.of("program") : List.copyOf(arguments);
  }

  private static HostFile stream(FileChannel channel, int descriptor) {
    return new SystemFile(channel, Path.of("/dev/fd/" + descriptor));
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
  public HostFiles files() {
    return files;
  }

  @Override
  public Optional<String> environment(String name) {
    return Optional.ofNullable(environment.get(name));
  }

  @Override
  public List<String> environment() {
    return environment.entrySet().stream().map(variable -> variable.getKey() + "=" + variable.getValue()).toList();
  }

  @Override
  public void setEnvironment(String name, String value) {
    environment.put(name, value);
  }

  @Override
  public int command(String command) throws HostError {
    ProcessBuilder shell =
        new ProcessBuilder("/bin/sh", "-c", command).inheritIO().directory(files.directory().toFile());
    return Refusals.guard(() -> {
      shell.environment().clear();
      shell.environment().putAll(environment);
      Process process = shell.start();
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        process.destroy();
        Thread.currentThread().interrupt();
        throw new IOException(Errno.EINTR.text(), e);
      }
    });
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
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS;
  }

  @Override
  public double wallSeconds() {
    Instant now = Instant.now();
    return now.getEpochSecond() + now.getNano() / NANOS;
  }

  @Override
  public ZoneId zone() {
    return ZoneId.systemDefault();
  }

  @Override
  public void sleep(double seconds) {
    try {
      Thread.sleep((long) (seconds * 1e3));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public ProcessIdentity identity() {
    return ProcessStatus.identity();
  }

  @Override
  public String hostName() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return Host.super.hostName();
    }
  }

  @Override
  public void randomSeed(byte[] seed) {
    new SecureRandom().nextBytes(seed);
  }
}
