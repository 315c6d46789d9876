package lethe.harness.testsuite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import lethe.vm.format.Executable;

/** Tells a bytecode executable from a shell script or native code. */
final class Bytecode {
  private Bytecode() {}

  /** Does the file end with the magic number of an executable? */
  static boolean is(Path file) throws IOException {
    byte[] end = new byte[Executable.MAGIC.length()];
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
      if (content.length() < end.length) {
        return false;
      }
      content.seek(content.length() - end.length);
      content.readFully(end);
    }
    return new String(end, ISO_8859_1).equals(Executable.MAGIC);
  }
}
