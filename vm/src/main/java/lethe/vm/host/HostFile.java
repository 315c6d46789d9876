package lethe.vm.host;

/** An open file or stream of bytes. Everything is refused unless overridden. */
public interface HostFile {
  /** Reads at most length bytes into buffer at offset; the number read, 0 at the end of the file. */
  default int read(byte[] buffer, int offset, int length) throws HostError {
    throw new HostError(HostError.BAD_DESCRIPTOR);
  }

  /** Writes all length bytes of buffer from offset on. */
  default void write(byte[] buffer, int offset, int length) throws HostError {
    throw new HostError(HostError.BAD_DESCRIPTOR);
  }

  /** Position in bytes from the start; refused by what is not a file (a terminal, a pipe). */
  default long position() throws HostError {
    throw new HostError(HostError.ILLEGAL_SEEK);
  }

  /** Moves to a position in bytes from the start. */
  default void seek(long position) throws HostError {
    throw new HostError(HostError.ILLEGAL_SEEK);
  }

  /** Length in bytes. */
  default long length() throws HostError {
    throw new HostError(HostError.ILLEGAL_SEEK);
  }

  default void close() throws HostError {}
}
