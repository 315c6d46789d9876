package lethe.vm.interp;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * As much of a class file (JVM specification, chapter 4) as a test of sizes needs.
 *
 * @param name with slashes
 * @param codeBytes length of the bytecode of each method by name; of overloaded ones the longest
 */
record ClassFile(String name, String superName, Map<String, Integer> codeBytes) {
  static ClassFile read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new Reader(new DataInputStream(in)).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Reader {
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    private final DataInputStream in;
    private String[] texts;
    private int[] classNames;

    Reader(DataInputStream in) {
      this.in = in;
    }

    ClassFile read() throws IOException {
      in.skipNBytes(8);
      constants();
      in.skipNBytes(2);
      String name = texts[classNames[in.readUnsignedShort()]];
      int parent = in.readUnsignedShort();
      in.skipNBytes(2L * in.readUnsignedShort());
      members(new LinkedHashMap<>());
      Map<String, Integer> methods = new LinkedHashMap<>();
      members(methods);
      return new ClassFile(name, parent == 0 ? "" : texts[classNames[parent]], methods);
    }

    private void constants() throws IOException {
      int count = in.readUnsignedShort();
      texts = new String[count];
      classNames = new int[count];
      for (int i = 1; i < count; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> texts[i] = in.readUTF();
          case 7 -> classNames[i] = in.readUnsignedShort();
          case 8, 16, 19, 20 -> in.skipNBytes(2);
          case 15 -> in.skipNBytes(3);
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
          case LONG, DOUBLE -> {
            in.skipNBytes(8);
            i++; // takes two entries
          }
          default -> throw new IOException("constant of kind " + tag);
        }
      }
    }

    private void members(Map<String, Integer> codeBytes) throws IOException {
      for (int left = in.readUnsignedShort(); left > 0; left--) {
        in.skipNBytes(2);
        String name = texts[in.readUnsignedShort()];
        in.skipNBytes(2);
        for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
          String attribute = texts[in.readUnsignedShort()];
          int length = in.readInt();
          if (attribute.equals("Code")) {
            in.skipNBytes(4);
            codeBytes.merge(name, in.readInt(), Math::max);
            length -= 8;
          }
          in.skipNBytes(length);
        }
      }
    }
  }
}
