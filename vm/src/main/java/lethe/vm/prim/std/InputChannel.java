package lethe.vm.prim.std;

import lethe.vm.host.HostError;

/** A buffer of bytes read ahead: those from next to end are not taken yet. */
final class InputChannel extends Channel {
  private int next;
  private int end;

  InputChannel(Descriptors descriptors, int descriptor) {
    super(descriptors, descriptor);
  }

  /** The next byte, or -1 at the end of the file. */
  int get() throws HostError {
    return next < end || refill() ? buffer[next++] & 0xFF : -1;
  }

  /** Up to length bytes: what is buffered, else what one read gives; none at the end of the file. */
  byte[] get(int length) throws HostError {
    if (next == end && length > 0) {
      refill();
    }
    int count = Math.min(length, end - next);
    byte[] bytes = new byte[count];
    System.arraycopy(buffer, next, bytes, 0, count);
    next += count;
    return bytes;
  }

  private boolean refill() throws HostError {
    int count = file().read(buffer, 0, BUFFER_BYTES);
    filePosition += count;
    next = 0;
    end = count;
    return count > 0;
  }

  /**
   * Length in bytes of the next line with its newline; negated, the number of bytes buffered if there is no newline
   * among them and no more can be: end of the file, or the buffer is full.
   */
  int scanLine() throws HostError {
    int at = next;
    while (true) {
      for (; at < end; at++) {
        if (buffer[at] == '\n') {
          return at + 1 - next;
        }
      }
      System.arraycopy(buffer, next, buffer, 0, end - next);
      at -= next;
      end -= next;
      next = 0;
      int count = end == BUFFER_BYTES ? 0 : file().read(buffer, end, BUFFER_BYTES - end);
      if (count == 0) {
        return -end;
      }
      filePosition += count;
      end += count;
    }
  }

  long position() {
    return filePosition - (end - next);
  }

  /** Within what is buffered, only the place in the buffer changes. */
  void seek(long position) throws HostError {
    long start = filePosition - end;
    if (position >= start && position <= filePosition && !isClosed()) {
      next = (int) (position - start);
      return;
    }
    seekFile(position);
    discard();
  }

  @Override
  void discard() {
    next = 0;
    end = 0;
  }
}
