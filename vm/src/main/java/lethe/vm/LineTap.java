package lethe.vm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import lethe.vm.host.ForwardingFile;
import lethe.vm.host.HostError;
import lethe.vm.host.HostFile;

/** Standard output of a host, overheard line by line. */
final class LineTap extends ForwardingFile {
  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  LineTap(HostFile file, Consumer<String> lines) {
    super(file);
    this.lines = lines;
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws HostError {
    for (int i = offset; i < offset + length; i++) {
      if (buffer[i] == '\n') {
        endLine();
      } else {
        line.write(buffer[i]);
      }
    }
    super.write(buffer, offset, length);
  }

  /** A last line without its end counts too. */
  void finish() {
    if (line.size() > 0) {
      endLine();
    }
  }

  private void endLine() {
    lines.accept(line.toString(StandardCharsets.UTF_8));
    line.reset();
  }
}
