package lethe.vm;

import lethe.vm.host.ForwardingHost;
import lethe.vm.host.Host;
import lethe.vm.host.HostFile;

/** A host whose standard output is another file; everything else is its own. */
final class TappedHost extends ForwardingHost {
  private final HostFile output;

  TappedHost(Host host, HostFile output) {
    super(host);
    this.output = output;
  }

  @Override
  public HostFile output() {
    return output;
  }
}
