package lethe.vm.host;

import java.util.Arrays;
import java.util.Set;

/** An open file of a {@link MemoryHost}: a position in a content that other open files may share. */
final class MemoryFile implements HostFile {
  /** Bytes that grow. */
  static final class Content {
    private byte[] bytes;

    Content(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  private final Content content;
  private final Set<OpenFlag> flags;
  private int position;

  MemoryFile(Content content, Set<OpenFlag> flags) {
    this.content = content;
    this.flags = flags;
    if (flags.contains(OpenFlag.TRUNCATE)) {
      content.bytes = new byte[0];
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws HostError {
    if (!flags.contains(OpenFlag.READ)) {
      throw new HostError(HostError.BAD_DESCRIPTOR);
    }
    int count = Math.max(0, Math.min(length, content.bytes.length - position));
    System.arraycopy(content.bytes, Math.min(position, content.bytes.length), buffer, offset, count);
    position += count;
    return count;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws HostError {
    if (!flags.contains(OpenFlag.WRITE)) {
      throw new HostError(HostError.BAD_DESCRIPTOR);
    }
    if (flags.contains(OpenFlag.APPEND)) {
      position = content.bytes.length;
    }
    if (position + length > content.bytes.length) {
      content.bytes = Arrays.copyOf(content.bytes, position + length);
    }
    System.arraycopy(buffer, offset, content.bytes, position, length);
    position += length;
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void seek(long target) {
    position = Math.toIntExact(target);
  }

  @Override
  public long length() {
    return content.bytes.length;
  }
}
