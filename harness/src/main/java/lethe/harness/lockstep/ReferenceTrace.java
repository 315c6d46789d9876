package lethe.harness.lockstep;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the tracer told, read word by word: the file is never held.
 *
 * @param steps in all; -1 if the reference did not come to an end
 * @param digest of all steps
 * @param complete whether the program ended by itself
 * @param nanos of processor time
 */
record ReferenceTrace(
    Path file, long steps, long digest, boolean complete, int exitCode, Map<Allowance, Long> allowed, Output output,
    long nanos) {
  private static final int TRAILER_WORDS = 5 + Allowance.values().length;
  private static final long END = 0x4C45544845454E44L;

  static ReferenceTrace read(Path file, int exitCode, Output output) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer trailer = ByteBuffer.allocate(TRAILER_WORDS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      long start = channel.size() - trailer.capacity();
      if (start >= 0) {
        channel.read(trailer, start);
      }
      if (trailer.getLong((TRAILER_WORDS - 1) * Long.BYTES) != END) {
        return new ReferenceTrace(file, -1, 0, false, exitCode, Map.of(), output, 0);
      }
      Map<Allowance, Long> allowed = new EnumMap<>(Allowance.class);
      int at = 4;
      for (Allowance a : Allowance.values()) {
        allowed.put(a, trailer.getLong(at++ * Long.BYTES));
      }
      return new ReferenceTrace(
          file, trailer.getLong(Long.BYTES), trailer.getLong(0), trailer.getLong(2 * Long.BYTES) != 0, exitCode, allowed,
          output, trailer.getLong(3 * Long.BYTES));
    }
  }

  /** Did that happen? */
  boolean has(Allowance allowance) {
    return allowed.getOrDefault(allowance, 0L) > 0;
  }

  /** From the start. */
  Words words() throws IOException {
    return new Words(FileChannel.open(file));
  }

  /** The words in front of the trailer. */
  static final class Words implements Closeable {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.LITTLE_ENDIAN).flip();
    private long left;

    private Words(FileChannel channel) throws IOException {
      this.channel = channel;
      this.left = channel.size() / Long.BYTES - TRAILER_WORDS;
    }

    boolean hasNext() {
      return left > 0;
    }

    long next() throws IOException {
      if (left-- <= 0) {
        throw new EOFException("the trace has ended");
      }
      while (buffer.remaining() < Long.BYTES) {
        buffer.compact();
        if (channel.read(buffer) < 0) {
          throw new EOFException("the trace is cut off");
        }
        buffer.flip();
      }
      return buffer.getLong();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
