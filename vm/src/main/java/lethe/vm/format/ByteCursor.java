package lethe.vm.format;

import java.util.Arrays;
import lethe.vm.fault.InputError;

/** A place in bytes that are read forwards; running over the limit is an {@link InputError}. */
final class ByteCursor {
  private final String file;
  private final byte[] bytes;
  private final int limit;
  private int position;

  /**
   * @param file for messages
   * @param position where to start, from 0
   * @param limit the first byte not to read
   */
  ByteCursor(String file, byte[] bytes, int position, int limit) {
    this.file = file;
    this.bytes = bytes;
    this.position = position;
    this.limit = limit;
  }

  int position() {
    return position;
  }

  int remaining() {
    return limit - position;
  }

  /** Moves to an absolute position, which may be the limit. */
  void seek(long target, String what) {
    if (target < 0 || target > limit) {
      throw error(what + " inside " + limit + " bytes", "position " + target);
    }
    position = (int) target;
  }

  InputError error(String expected, String found) {
    return errorAt(position, expected, found);
  }

  InputError errorAt(int at, String expected, String found) {
    return new InputError(file + ":byte " + at, expected, found);
  }

  /** Checks that so many bytes are there before anything is allocated for them. */
  void need(long count, String what) {
    if (count < 0 || count > remaining()) {
      throw error(
          what + " of " + (count < 0 ? Long.toUnsignedString(count) : Long.toString(count)) + " bytes",
          remaining() == 0 ? "the end" : "only " + remaining() + " bytes");
    }
  }

  byte[] bytes(long count, String what) {
    need(count, what);
    byte[] result = Arrays.copyOfRange(bytes, position, position + (int) count);
    position += (int) count;
    return result;
  }

  String text(long count, String what) {
    return Latin1.text(bytes(count, what));
  }

  int u8(String what) {
    need(1, what);
    return bytes[position++] & 0xFF;
  }

  /** An unsigned big-endian number of 1 to 7 bytes, or a signed one of 8. */
  long bigEndian(int size, String what) {
    need(size, what);
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 8 | (bytes[position++] & 0xFF);
    }
    return value;
  }

  /** An unsigned little-endian number of 1 to 7 bytes, or a signed one of 8. */
  long littleEndian(int size, String what) {
    need(size, what);
    long value = 0;
    for (int i = 0; i < size; i++) {
      value |= (bytes[position++] & 0xFFL) << (8 * i);
    }
    return value;
  }

  /** Code words: 32 bits, little-endian. */
  int[] ints(int count, String what) {
    need(4L * count, what);
    int[] words = new int[count];
    for (int i = 0; i < count; i++) {
      words[i] = (int) littleEndian(4, what);
    }
    return words;
  }
}
