package lethe.vm.host;

/** An open file or stream of bytes. Everything is refused unless overridden. */
public interface HostFile {
  /** Reads at most length bytes into buffer at offset; the number read, 0 at the end of the file. */
  default int read(byte[] buffer, int offset, int length) throws HostError {
    throw new HostError(Errno.EBADF);
  }

  /** Writes all length bytes of buffer from offset on. */
  default void write(byte[] buffer, int offset, int length) throws HostError {
    throw new HostError(Errno.EBADF);
  }

  /** Position in bytes from the start; refused by what is not a file (a terminal, a pipe). */
  default long position() throws HostError {
    throw new HostError(Errno.ESPIPE);
  }

  /** Moves to a position in bytes from the start. */
  default void seek(long position) throws HostError {
    throw new HostError(Errno.ESPIPE);
  }

  /** Length in bytes. */
  default long length() throws HostError {
    throw new HostError(Errno.ESPIPE);
  }

  /** Makes it that many bytes long: cut off, or filled up with zeros. The position stays. */
  default void truncate(long length) throws HostError {
    throw new HostError(Errno.EINVAL);
  }

  /** Comes back when what was written will survive a loss of power. */
  default void sync() throws HostError {
    throw new HostError(Errno.EINVAL);
  }

  default FileStatus status() throws HostError {
    throw new HostError(Errno.EACCES);
  }

  /** The low twelve bits of the mode. */
  default void changeMode(int permissions) throws HostError {
    throw new HostError(Errno.EPERM);
  }

  default boolean isTerminal() {
    return false;
  }

  default void close() throws HostError {}
}
