package lethe.vm.host;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Passes everything on to another host; a subclass answers for itself what it wants to. */
public class ForwardingHost implements Host {
  private final Host host;

  public ForwardingHost(Host host) {
    this.host = host;
  }

  @Override
  public HostFile input() {
    return host.input();
  }

  @Override
  public HostFile output() {
    return host.output();
  }

  @Override
  public HostFile error() {
    return host.error();
  }

  @Override
  public HostFile open(String path, Set<OpenFlag> flags, int permissions) throws HostError {
    return host.open(path, flags, permissions);
  }

  @Override
  public boolean exists(String path) {
    return host.exists(path);
  }

  @Override
  public boolean isDirectory(String path) throws HostError {
    return host.isDirectory(path);
  }

  @Override
  public void remove(String path) throws HostError {
    host.remove(path);
  }

  @Override
  public void rename(String from, String to) throws HostError {
    host.rename(from, to);
  }

  @Override
  public void makeDirectory(String path, int permissions) throws HostError {
    host.makeDirectory(path, permissions);
  }

  @Override
  public void removeDirectory(String path) throws HostError {
    host.removeDirectory(path);
  }

  @Override
  public List<String> list(String path) throws HostError {
    return host.list(path);
  }

  @Override
  public String workingDirectory() throws HostError {
    return host.workingDirectory();
  }

  @Override
  public Optional<String> environment(String name) {
    return host.environment(name);
  }

  @Override
  public List<String> arguments() {
    return host.arguments();
  }

  @Override
  public String executableName() {
    return host.executableName();
  }

  @Override
  public double processorSeconds() {
    return host.processorSeconds();
  }

  @Override
  public void randomSeed(byte[] seed) {
    host.randomSeed(seed);
  }
}
