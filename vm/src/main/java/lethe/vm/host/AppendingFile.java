package lethe.vm.host;

import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A file that is written at its end only (O_APPEND). The JDK opens none for reading as well, and tells the end as its position
 * before anything is written: so a second channel has the position, and the reading if that is wanted.
 */
final class AppendingFile extends SystemFile {
  private final SystemFile end;

  /**
   * @param end opened for appending
   * @param place opened otherwise: where the file stands
   */
  AppendingFile(FileChannel end, FileChannel place, Path path) {
    super(place, path);
    this.end = new SystemFile(end, path);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws HostError {
    end.write(buffer, offset, length);
    seek(end.length());
  }

  @Override
  public void truncate(long length) throws HostError {
    end.truncate(length);
  }

  @Override
  public void sync() throws HostError {
    end.sync();
  }

  @Override
  public void close() throws HostError {
    end.close();
    super.close();
  }
}
