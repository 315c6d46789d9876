package lethe.vm.prim.std;

import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;

/** A buffered file, for reading or for writing (io.c). A closed one has no descriptor, and refuses what needs one. */
abstract class Channel {
  static final int BUFFER_BYTES = 65_536;
  private static final int CLOSED = -1;

  final byte[] buffer = new byte[BUFFER_BYTES];
  private final Descriptors descriptors;
  private int descriptor;
  /** Where the file stands, in bytes from its start; 0 at first where that is unknown. */
  long filePosition;

  Channel(Descriptors descriptors, int descriptor) {
    this.descriptors = descriptors;
    this.descriptor = descriptor;
    try {
      filePosition = file().position();
    } catch (HostError notAFile) {
      filePosition = 0;
    }
  }

  final HostFile file() throws HostError {
    return descriptors.file(descriptor);
  }

  final boolean isClosed() {
    return descriptor == CLOSED;
  }

  final int descriptor() throws HostError {
    file();
    return descriptor;
  }

  final long length() throws HostError {
    return file().length();
  }

  /** Closing twice is nothing. What an output channel still holds is lost: OCaml code flushes first. */
  final void close() throws HostError {
    if (isClosed()) {
      return;
    }
    int open = descriptor;
    descriptor = CLOSED;
    discard();
    descriptors.close(open);
  }

  /** Forgets what is buffered. */
  abstract void discard();
}
