package lethe.vm.format;

import java.io.ByteArrayOutputStream;

/** Bytes that are written forwards. */
final class ByteSink {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  int size() {
    return out.size();
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  void u8(int value) {
    out.write(value);
  }

  void bytes(byte[] bytes) {
    out.writeBytes(bytes);
  }

  void text(String text) {
    bytes(Latin1.bytes(text));
  }

  void bigEndian(long value, int size) {
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
  }

  void littleEndian(long value, int size) {
    for (int i = 0; i < size; i++) {
      out.write((int) (value >>> (8 * i)));
    }
  }

  /** Code words: 32 bits, little-endian. */
  void ints(int[] words) {
    for (int word : words) {
      littleEndian(word, 4);
    }
  }
}
