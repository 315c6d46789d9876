package lethe.vm.heap;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes inside words, little-endian as on amd64. A byte index counts from byte 0 of the word at {@code index}. */
final class HeapBytes {
  private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private HeapBytes() {}

  static int get(long[] words, int index, int i) {
    return (int) (words[index + (i >> 3)] >>> ((i & 7) << 3)) & 0xFF;
  }

  static void set(long[] words, int index, int i, int value) {
    int at = index + (i >> 3);
    int shift = (i & 7) << 3;
    words[at] = (words[at] & ~(0xFFL << shift)) | ((value & 0xFFL) << shift);
  }

  /** Copies a Java array into words; bytes of the last word beyond it stay as they are. */
  static void fromJava(byte[] bytes, int from, long[] words, int index, int length) {
    int whole = length & ~7;
    for (int i = 0; i < whole; i += 8) {
      words[index + (i >> 3)] = (long) WORD.get(bytes, from + i);
    }
    for (int i = whole; i < length; i++) {
      set(words, index, i, bytes[from + i]);
    }
  }

  static byte[] toJava(long[] words, int index, int from, int length) {
    byte[] bytes = new byte[length];
    int i = 0;
    if ((from & 7) == 0) {
      for (; i + 8 <= length; i += 8) {
        WORD.set(bytes, i, words[index + ((from + i) >> 3)]);
      }
    }
    for (; i < length; i++) {
      bytes[i] = (byte) get(words, index, from + i);
    }
    return bytes;
  }

  /** As memmove: source and target may overlap. */
  static void move(long[] words, int fromIndex, int from, int toIndex, int to, int length) {
    if (((from ^ to) & 7) == 0) {
      moveAligned(words, fromIndex, from, toIndex, to, length);
    } else {
      moveBytewise(words, fromIndex, from, toIndex, to, length);
    }
  }

  private static void moveBytewise(long[] words, int fromIndex, int from, int toIndex, int to, int length) {
    long source = ((long) fromIndex << 3) + from;
    long target = ((long) toIndex << 3) + to;
    if (source > target) {
      for (int i = 0; i < length; i++) {
        set(words, toIndex, to + i, get(words, fromIndex, from + i));
      }
    } else {
      for (int i = length - 1; i >= 0; i--) {
        set(words, toIndex, to + i, get(words, fromIndex, from + i));
      }
    }
  }

  private static void moveAligned(long[] words, int fromIndex, int from, int toIndex, int to, int length) {
    int head = Math.min(length, -from & 7);
    int whole = (length - head) >> 3;
    if (whole == 0) {
      moveBytewise(words, fromIndex, from, toIndex, to, length);
      return;
    }
    int tail = (length - head) & 7;
    byte[] headBytes = toJava(words, fromIndex, from, head);
    byte[] tailBytes = toJava(words, fromIndex, from + length - tail, tail);
    System.arraycopy(words, fromIndex + ((from + head) >> 3), words, toIndex + ((to + head) >> 3), whole);
    for (int i = 0; i < head; i++) {
      set(words, toIndex, to + i, headBytes[i]);
    }
    for (int i = 0; i < tail; i++) {
      set(words, toIndex, to + length - tail + i, tailBytes[i]);
    }
  }
}
