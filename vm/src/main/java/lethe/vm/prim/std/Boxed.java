package lethe.vm.prim.std;

import lethe.vm.heap.CustomKind;
import lethe.vm.heap.Heap;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** Numbers that live in blocks: how they are read and made. */
final class Boxed {
  private Boxed() {}

  static boolean isDouble(Heap heap, long v) {
    return Value.isBlock(v) && heap.tag(v) == Tag.DOUBLE;
  }

  static double doubleOf(Heap heap, long v) {
    return heap.doubleField(v, 0);
  }

  /** The bits as stored: a NaN keeps its sign and payload. */
  static long bitsOf(Heap heap, long v) {
    return heap.wordAt(v, 0);
  }

  static long ofDouble(Heap heap, double d) {
    return ofBits(heap, Double.doubleToRawLongBits(d));
  }

  static long ofBits(Heap heap, long bits) {
    long block = heap.allocate(1, Tag.DOUBLE);
    heap.setWordAt(block, 0, bits);
    return block;
  }

  /** The number in a block of kind INT32 (sign extended), INT64 or NATIVEINT. */
  static long longOf(Heap heap, long v) {
    return heap.wordAt(v, 1);
  }

  static long ofInt32(Heap heap, int n) {
    return custom(heap, CustomKind.INT32, n);
  }

  static long ofInt64(Heap heap, long n) {
    return custom(heap, CustomKind.INT64, n);
  }

  static long ofNativeint(Heap heap, long n) {
    return custom(heap, CustomKind.NATIVEINT, n);
  }

  /** A custom block of one word of data. */
  static long custom(Heap heap, CustomKind kind, long data) {
    long block = heap.allocate(2, Tag.CUSTOM);
    heap.setWordAt(block, 0, kind.word());
    heap.setWordAt(block, 1, data);
    return block;
  }

  static CustomKind kindOf(Heap heap, long v) {
    return CustomKind.of(heap.wordAt(v, 0));
  }

  /** A block of tag 0. */
  static long tuple(Heap heap, long... fields) {
    long block = heap.allocate(fields.length, 0);
    for (int i = 0; i < fields.length; i++) {
      heap.init(block, i, fields[i]);
    }
    return block;
  }
}
