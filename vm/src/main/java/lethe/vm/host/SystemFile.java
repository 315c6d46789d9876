package lethe.vm.host;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file, or a standard stream, of the process. */
class SystemFile implements HostFile {
  private static final String TERMINALS = "/dev/(pts/|tty|console).*";

  private final FileChannel channel;
  /** Where it was opened: the JDK tells status and mode by path only. */
  private final Path path;

  SystemFile(FileChannel channel, Path path) {
    this.channel = channel;
    this.path = path;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws HostError {
    return Refusals.guard(() -> Math.max(0, channel.read(ByteBuffer.wrap(buffer, offset, length))));
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws HostError {
    Refusals.guard(() -> {
      ByteBuffer bytes = ByteBuffer.wrap(buffer, offset, length);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      return bytes;
    });
  }

  @Override
  public long position() throws HostError {
    return Refusals.guard(channel::position);
  }

  @Override
  public void seek(long position) throws HostError {
    Refusals.guard(() -> channel.position(position));
  }

  /** A pipe or a terminal has none; the JDK says 0. */
  @Override
  public long length() throws HostError {
    position();
    return Refusals.guard(channel::size);
  }

  @Override
  public void truncate(long length) throws HostError {
    Refusals.guard(() -> {
      if (length <= channel.size()) {
        long position = channel.position();
        channel.truncate(length);
        return channel.position(position);
      }
      return channel.write(ByteBuffer.wrap(new byte[1]), length - 1);
    });
  }

  @Override
  public void sync() throws HostError {
    Refusals.guard(() -> {
      channel.force(true);
      return channel;
    });
  }

  @Override
  public FileStatus status() throws HostError {
    return SystemFiles.status(path, true);
  }

  @Override
  public void changeMode(int permissions) throws HostError {
    SystemFiles.changeMode(path, permissions);
  }

  @Override
  public boolean isTerminal() {
    try {
      return path.toRealPath().toString().matches(TERMINALS) && !Files.isRegularFile(path);
    } catch (java.io.IOException gone) {
      return false;
    }
  }

  @Override
  public void close() throws HostError {
    Refusals.guard(() -> {
      channel.close();
      return channel;
    });
  }
}
