package lethe.vm.prim.std;

import lethe.vm.host.HostError;

/** A buffer of bytes on their way to a file: written when full, or when asked. */
final class OutputChannel extends Channel {
  private int used;

  OutputChannel(Descriptors descriptors, int descriptor) {
    super(descriptors, descriptor);
  }

  /** A buffer that is full is written when the next byte comes. */
  void put(int b) throws HostError {
    if (used == BUFFER_BYTES || isClosed()) {
      flush();
      file();
    }
    buffer[used++] = (byte) b;
  }

  /** A block that fills the buffer exactly has it written at once. */
  void put(byte[] bytes) throws HostError {
    file();
    int from = 0;
    while (bytes.length - from >= BUFFER_BYTES - used) {
      int free = BUFFER_BYTES - used;
      System.arraycopy(bytes, from, buffer, used, free);
      used += free;
      from += free;
      flush();
    }
    System.arraycopy(bytes, from, buffer, used, bytes.length - from);
    used += bytes.length - from;
  }

  void flush() throws HostError {
    if (isClosed() || used == 0) {
      return;
    }
    file().write(buffer, 0, used);
    filePosition += used;
    used = 0;
  }

  long position() {
    return filePosition + used;
  }

  void seek(long position) throws HostError {
    flush();
    file().seek(position);
    filePosition = position;
  }

  @Override
  void discard() {
    used = 0;
  }
}
