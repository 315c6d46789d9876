package lethe.vm.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;

/** A file, or a standard stream, of the process. */
final class SystemFile implements HostFile {
  private final FileChannel channel;

  SystemFile(FileChannel channel) {
    this.channel = channel;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws HostError {
    try {
      return Math.max(0, channel.read(ByteBuffer.wrap(buffer, offset, length)));
    } catch (NonReadableChannelException e) {
      throw new HostError(HostError.BAD_DESCRIPTOR);
    } catch (IOException e) {
      throw new HostError("Is a directory".equals(e.getMessage()) ? HostError.IS_DIRECTORY : HostError.INPUT_OUTPUT);
    }
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws HostError {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(buffer, offset, length);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (NonWritableChannelException e) {
      throw new HostError(HostError.BAD_DESCRIPTOR);
    } catch (IOException e) {
      throw new HostError(HostError.INPUT_OUTPUT);
    }
  }

  @Override
  public long position() throws HostError {
    try {
      return channel.position();
    } catch (IOException e) {
      throw new HostError(HostError.ILLEGAL_SEEK);
    }
  }

  @Override
  public void seek(long position) throws HostError {
    try {
      channel.position(position);
    } catch (IOException | IllegalArgumentException e) {
      throw new HostError(HostError.ILLEGAL_SEEK);
    }
  }

  @Override
  public long length() throws HostError {
    try {
      return channel.size();
    } catch (IOException e) {
      throw new HostError(HostError.ILLEGAL_SEEK);
    }
  }

  @Override
  public void close() throws HostError {
    try {
      channel.close();
    } catch (IOException e) {
      throw new HostError(HostError.INPUT_OUTPUT);
    }
  }
}
