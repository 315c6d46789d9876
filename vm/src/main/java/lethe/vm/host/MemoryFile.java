package lethe.vm.host;

import java.util.Arrays;
import java.util.Set;

/** An open file of a {@link MemoryHost}: a position in a content that other open files may share. */
final class MemoryFile implements HostFile {
  /** Bytes that grow. */
  static final class Content {
    private byte[] bytes;
    private int length;

    Content(byte[] bytes) {
      this.bytes = bytes.clone();
      this.length = bytes.length;
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, length);
    }

    long length() {
      return length;
    }

    /** What comes new is zero. */
    private void resize(int newLength) {
      if (newLength > bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(Math.max(2L * bytes.length, newLength), LARGEST));
      } else if (newLength < length) {
        Arrays.fill(bytes, newLength, length, (byte) 0);
      }
      length = newLength;
    }
  }

  /** One array holds the content. */
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final Content content;
  private final Set<OpenFlag> flags;
  private int position;

  MemoryFile(Content content, Set<OpenFlag> flags) {
    this.content = content;
    this.flags = flags;
    if (flags.contains(OpenFlag.TRUNCATE)) {
      content.resize(0);
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws HostError {
    if (!flags.contains(OpenFlag.READ)) {
      throw new HostError(Errno.EBADF);
    }
    int count = Math.max(0, Math.min(length, content.length - position));
    System.arraycopy(content.bytes, Math.min(position, content.length), buffer, offset, count);
    position += count;
    return count;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws HostError {
    if (!flags.contains(OpenFlag.WRITE)) {
      throw new HostError(Errno.EBADF);
    }
    if (flags.contains(OpenFlag.APPEND)) {
      position = content.length;
    }
    int end = place((long) position + length);
    if (end > content.length) {
      content.resize(end);
    }
    System.arraycopy(buffer, offset, content.bytes, position, length);
    position = end;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void seek(long target) throws HostError {
    position = place(target);
  }

  private static int place(long bytes) throws HostError {
    if (bytes < 0 || bytes > LARGEST) {
      throw new HostError(Errno.EINVAL);
    }
    return (int) bytes;
  }

  @Override
  public void truncate(long length) throws HostError {
    if (!flags.contains(OpenFlag.WRITE)) {
      throw new HostError(Errno.EINVAL);
    }
    content.resize(place(length));
  }

  @Override
  public void sync() {}

  @Override
  public FileStatus status() {
    return FileStatus.regular(MemoryFiles.PERMISSIONS, content.length());
  }

  @Override
  public long length() {
    return content.length;
  }
}
