package lethe.harness.cli;

import java.io.PrintStream;
import lethe.vm.host.ForwardingHost;
import lethe.vm.host.Host;
import lethe.vm.host.HostFile;

/** A host whose standard output and error are given streams; nothing else changes. */
final class SessionHost extends ForwardingHost {
  private final HostFile output;
  private final HostFile error;

  SessionHost(Host host, PrintStream out, PrintStream err) {
    super(host);
    this.output = new StreamFile(out);
    this.error = new StreamFile(err);
  }

  private record StreamFile(PrintStream stream) implements HostFile {
    @Override
    public void write(byte[] buffer, int offset, int length) {
      stream.write(buffer, offset, length);
      stream.flush();
    }
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
