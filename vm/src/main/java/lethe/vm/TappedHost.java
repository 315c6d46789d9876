package lethe.vm;

import lethe.vm.host.ForwardingHost;
import lethe.vm.host.Host;
import lethe.vm.host.HostFile;

/** A host whose standard output and error are other files; everything else is its own. */
final class TappedHost extends ForwardingHost {
  private final HostFile output;
  private final HostFile error;

  TappedHost(Host host, HostFile output, HostFile error) {
    super(host);
    this.output = output;
    this.error = error;
  }

  @Override
  public HostFile output() {
    return output;
  }

  @Override
  public HostFile error() {
    return error;
  }
}
