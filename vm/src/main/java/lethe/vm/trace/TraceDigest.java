package lethe.vm.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Folds a trace into digests, so that a long run is compared without its text: SHA-256 of the lines as {@link
 * TraceWriter} writes them. The whole digest is that of the file ({@code sha256sum} gives the same); the first chunk
 * that differs holds the first divergence.
 */
public final class TraceDigest implements EventSink {
  /** Events in a chunk. */
  public static final int CHUNK_EVENTS = 1024;

  private final MessageDigest whole = sha256();
  private final MessageDigest chunk = sha256();
  private final List<String> chunks = new ArrayList<>();
  private final StringBuilder line = new StringBuilder(256);
  private int eventsInChunk;

  @Override
  public void accept(Event event) {
    line.setLength(0);
    Line.append(line, event);
    line.append('\n');
    byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
    whole.update(bytes);
    chunk.update(bytes);
    if (++eventsInChunk == CHUNK_EVENTS) {
      endChunk();
    }
  }

  private void endChunk() {
    chunks.add(HexFormat.of().formatHex(chunk.digest()));
    eventsInChunk = 0;
  }

  /** The digests; this ends the folding. */
  public Digests finish() {
    if (eventsInChunk > 0) {
      endChunk();
    }
    return new Digests(HexFormat.of().formatHex(whole.digest()), List.copyOf(chunks));
  }

  /**
   * What is left of a trace.
   *
   * @param whole SHA-256 of all lines, 64 hex digits
   * @param chunks the same of each {@link #CHUNK_EVENTS} events, the last of what was left
   */
  public record Digests(String whole, List<String> chunks) {
    /** Number of the first event of the first chunk that differs, or -1 if the traces are equal. */
    public long firstDifference(Digests other) {
      int common = Math.min(chunks.size(), other.chunks.size());
      for (int i = 0; i < common; i++) {
        if (!chunks.get(i).equals(other.chunks.get(i))) {
          return (long) i * CHUNK_EVENTS;
        }
      }
      return chunks.size() == other.chunks.size() ? -1 : (long) common * CHUNK_EVENTS;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
