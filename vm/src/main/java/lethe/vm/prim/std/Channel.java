package lethe.vm.prim.std;

import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;

/** A buffered file, for reading or for writing (io.c). A closed one has no descriptor, and refuses what needs one. */
abstract class Channel {
  static final int BUFFER_BYTES = 65_536;
  private static final int CLOSED = -1;
  private static final byte[] NO_BUFFER = {};

  /** Given back when the channel is closed: nobody can tell when its block is dead. */
  byte[] buffer = new byte[BUFFER_BYTES];
  private final Descriptors descriptors;
  private int descriptor;
  /** Where the file stands, in bytes from its start; what has no position starts at -1, as lseek(2) says it. */
  long filePosition;

  Channel(Descriptors descriptors, int descriptor) {
    this.descriptors = descriptors;
    this.descriptor = descriptor;
    try {
      filePosition = file().position();
    } catch (HostError notAFile) {
      filePosition = -1;
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

  /** Without what is buffered. The file stands afterwards where this channel thinks it does. */
  final long length() throws HostError {
    long length = file().length();
    file().seek(filePosition);
    return length;
  }

  /** The C library's -1 for a refusal is taken for the position -1 if that was asked for. */
  final void seekFile(long position) throws HostError {
    HostFile file = file();
    if (position != -1) {
      file.seek(position);
    }
    filePosition = position;
  }

  final boolean isTerminal() {
    try {
      return file().isTerminal();
    } catch (HostError closed) {
      return false;
    }
  }

  /** Closing twice is nothing. What an output channel still holds is lost: OCaml code flushes first. */
  final void close() throws HostError {
    if (isClosed()) {
      return;
    }
    int open = descriptor;
    descriptor = CLOSED;
    buffer = NO_BUFFER;
    discard();
    descriptors.close(open);
  }

  /** The buffer is gone: what follows needs the file, and is refused. */
  abstract void discard();
}
