package lethe.vm.host;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

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

  /** Files by name. */
  default HostFiles files() {
    return ClosedHost.NO_FILES;
  }

  default Optional<String> environment(String name) {
    return Optional.empty();
  }

  /** All of the environment as NAME=value, in alphabetical order. */
  default List<String> environment() {
    return List.of();
  }

  /** Sets a variable for this machine and the commands that it runs; the process's own environment stays. */
  default void setEnvironment(String name, String value) throws HostError {
    throw new HostError(Errno.EPERM);
  }

  /**
   * Runs a command of the shell on the process's own streams to its end; gives its exit code, 128 and more for one that a signal
   * ended.
   */
  default int command(String command) throws HostError {
    throw new HostError(Errno.EPERM);
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

  /** Seconds since 1970. */
  default double wallSeconds() {
    return 0;
  }

  /** Where the host's clock hangs. */
  default ZoneId zone() {
    return ZoneOffset.UTC;
  }

  /** Lets that much time pass, on this host's clock. */
  default void sleep(double seconds) {}

  default ProcessIdentity identity() {
    return ProcessIdentity.NOBODY;
  }

  /** The name of the machine in its network. */
  default String hostName() {
    return "localhost";
  }

  /** Fills seed with bytes that differ from run to run where the host has such a source; zeros are an answer. */
  default void randomSeed(byte[] seed) {}
}
