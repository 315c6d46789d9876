package lethe.vm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes each event as a line, at once but for a buffer of a few kilobytes. */
public final class TraceWriter implements TraceOutput {
  private static final int BUFFER_CHARS = 16 * 1024;

  private final Writer out;
  private final StringBuilder buffer = new StringBuilder(BUFFER_CHARS + 512);

  /** @param out for a file or stream: UTF-8, closed with this writer */
  public TraceWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void accept(Event event) {
    Line.append(buffer, event);
    buffer.append('\n');
    if (buffer.length() >= BUFFER_CHARS) {
      drain();
    }
  }

  private void drain() {
    try {
      out.append(buffer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    buffer.setLength(0);
  }

  @Override
  public void close() {
    drain();
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
