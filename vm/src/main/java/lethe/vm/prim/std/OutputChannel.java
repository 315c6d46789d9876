package lethe.vm.prim.std;

import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;

/** A buffer of bytes on their way to a file: written when full, or when asked. */
final class OutputChannel extends Channel {
  private int used;

  OutputChannel(Descriptors descriptors, int descriptor) {
    super(descriptors, descriptor);
  }

  /** A buffer that is full is written when the next byte comes. */
  void put(int b) throws HostError {
    if (used == BUFFER_BYTES) {
      write();
    }
    buffer[used++] = (byte) b;
  }

  /** A block that fills the buffer exactly has it written at once. If that is refused, the part that filled it is forgotten. */
  void put(byte[] bytes) throws HostError {
    int from = 0;
    while (bytes.length - from >= BUFFER_BYTES - used && from < bytes.length) {
      HostFile file = file();
      int free = BUFFER_BYTES - used;
      System.arraycopy(bytes, from, buffer, used, free);
      file.write(buffer, 0, BUFFER_BYTES);
      filePosition += BUFFER_BYTES;
      used = 0;
      from += free;
    }
    if (from < bytes.length) {
      System.arraycopy(bytes, from, buffer, used, bytes.length - from);
      used += bytes.length - from;
    }
  }

  void flush() throws HostError {
    if (!isClosed()) {
      write();
    }
  }

  private void write() throws HostError {
    if (used > 0) {
      file().write(buffer, 0, used);
      filePosition += used;
      used = 0;
    }
  }

  long position() {
    return filePosition + used;
  }

  /** The file is asked only if it stands elsewhere. */
  void seek(long position) throws HostError {
    write();
    if (filePosition != position) {
      seekFile(position);
    }
  }

  /** Full, so that the next byte asks for the file. */
  @Override
  void discard() {
    used = BUFFER_BYTES;
  }
}
