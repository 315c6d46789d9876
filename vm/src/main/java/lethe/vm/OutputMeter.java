package lethe.vm;

import lethe.vm.fault.Fault;
import lethe.vm.host.ForwardingFile;
import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;

/** Counts what is written to the standard streams of one machine, and ends the run before it is too much. */
final class OutputMeter {
  private final long limitBytes;
  private long writtenBytes;

  OutputMeter(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  /** The file, counted. */
  HostFile metered(HostFile file) {
    return new ForwardingFile(file) {
      @Override
      public void write(byte[] buffer, int offset, int length) throws HostError {
        if (length > limitBytes - writtenBytes) {
          throw new Fault(
              Fault.Kind.LIMIT, "",
              "output: " + limitBytes + " bytes are allowed, " + writtenBytes + " written and " + length + " more to be");
        }
        writtenBytes += length;
        super.write(buffer, offset, length);
      }
    };
  }
}
