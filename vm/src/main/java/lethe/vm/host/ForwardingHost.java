package lethe.vm.host;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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
  public HostFiles files() {
    return host.files();
  }

  @Override
  public Optional<String> environment(String name) {
    return host.environment(name);
  }

  @Override
  public List<String> environment() {
    return host.environment();
  }

  @Override
  public void setEnvironment(String name, String value) throws HostError {
    host.setEnvironment(name, value);
  }

  @Override
  public int command(String command) throws HostError {
    return host.command(command);
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
  public double wallSeconds() {
    return host.wallSeconds();
  }

  @Override
  public ZoneId zone() {
    return host.zone();
  }

  @Override
  public void sleep(double seconds) {
    host.sleep(seconds);
  }

  @Override
  public ProcessIdentity identity() {
    return host.identity();
  }

  @Override
  public String hostName() {
    return host.hostName();
  }

  @Override
  public void randomSeed(byte[] seed) {
    host.randomSeed(seed);
  }
}
