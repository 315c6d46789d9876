package lethe.vm.host;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The outside world of one machine. Every operation is denied, empty or zero unless a host overrides it, so an embedder
 * offers exactly what it writes down. Exit is not here: a primitive throws it, and who runs the machine decides.
 */
public interface Host {
  /** A host that denies everything, swallows output and has no input. */
  static Host closed() {
    return ClosedHost.INSTANCE;
  }

  /**
   * The process's own streams, files, environment and clock.
   *
   * @param arguments the program's name (the bytecode file) and its arguments
   */
  static Host system(String... arguments) {
    return new SystemHost(List.of(arguments));
  }

  /** Standard input, descriptor 0. */
  default HostFile input() {
    return ClosedHost.EMPTY;
  }

  /** Standard output, descriptor 1. */
  default HostFile output() {
    return ClosedHost.EMPTY;
  }

  /** Standard error, descriptor 2. */
  default HostFile error() {
    return ClosedHost.EMPTY;
  }

  /** Opens a file; permissions are Unix mode bits, used when it is created. */
  default HostFile open(String path, Set<OpenFlag> flags, int permissions) throws HostError {
    throw new HostError(HostError.PERMISSION_DENIED);
  }

  default boolean exists(String path) {
    return false;
  }

  default boolean isDirectory(String path) throws HostError {
    throw new HostError(HostError.PERMISSION_DENIED);
  }

  default void remove(String path) throws HostError {
    throw new HostError(HostError.PERMISSION_DENIED);
  }

  default void rename(String from, String to) throws HostError {
    throw new HostError(HostError.PERMISSION_DENIED);
  }

  default void makeDirectory(String path, int permissions) throws HostError {
    throw new HostError(HostError.PERMISSION_DENIED);
  }

  default void removeDirectory(String path) throws HostError {
    throw new HostError(HostError.PERMISSION_DENIED);
  }

  /** Names in a directory without "." and "..", sorted. */
  default List<String> list(String path) throws HostError {
    throw new HostError(HostError.PERMISSION_DENIED);
  }

  default String workingDirectory() throws HostError {
    throw new HostError(HostError.PERMISSION_DENIED);
  }

  default Optional<String> environment(String name) {
    return Optional.empty();
  }

  /** The program's name and its arguments: Sys.argv; never empty. */
  default List<String> arguments() {
    return List.of(executableName());
  }

  /** Sys.executable_name. */
  default String executableName() {
    return "program";
  }

  /** Processor time used so far, in seconds. */
  default double processorSeconds() {
    return 0;
  }

  /** Fills seed with bytes that differ from run to run where the host has such a source; zeros are an answer. */
  default void randomSeed(byte[] seed) {}
}
