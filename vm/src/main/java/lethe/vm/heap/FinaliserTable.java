package lethe.vm.heap;

import java.util.Arrays;

/** Pairs of a function and a value, in order; the ones from {@link #firstYoung} on may hold young words. */
final class FinaliserTable {
  private long[] functions = new long[16];
  private long[] values = new long[16];
  private int start;
  private int end;
  private int firstYoung;

  void add(long function, long value) {
    if (end == functions.length) {
      // Half of it free at the front: moving is paid for by what was removed.
      int capacity = start >= end / 2 ? functions.length : 2 * functions.length;
      functions = moved(functions, capacity);
      values = moved(values, capacity);
      end -= start;
      start = 0;
    }
    functions[end] = function;
    values[end++] = value;
  }

  private long[] moved(long[] words, int capacity) {
    long[] copy = new long[capacity];
    System.arraycopy(words, start, copy, 0, end - start);
    return copy;
  }

  int size() {
    return end - start;
  }

  boolean isEmpty() {
    return start == end;
  }

  long function(int i) {
    return functions[start + i];
  }

  long value(int i) {
    return values[start + i];
  }

  long[] values() {
    return Arrays.copyOfRange(values, start, end);
  }

  void setValue(int i, long value) {
    values[start + i] = value;
  }

  void removeFirst() {
    start++;
  }

  /** Entry i becomes entry {@code to} with that value. */
  void move(int i, int to, long value) {
    functions[start + to] = functions[start + i];
    values[start + to] = value;
  }

  /** Only the first {@code size} entries stay. */
  void shrink(int size) {
    Arrays.fill(functions, start + size, end, 0);
    Arrays.fill(values, start + size, end, 0);
    end = start + size;
    firstYoung = Math.min(firstYoung, size);
  }

  /** Turns the entries from that one on around. */
  void reverse(int from) {
    for (int i = start + from, j = end - 1; i < j; i++, j--) {
      swap(functions, i, j);
      swap(values, i, j);
    }
  }

  private static void swap(long[] words, int i, int j) {
    long word = words[i];
    words[i] = words[j];
    words[j] = word;
  }

  int firstYoung() {
    return firstYoung;
  }

  /** The minor area is empty. */
  void aged() {
    firstYoung = size();
  }

  /** Shows the functions from that entry on; a root's index is its entry plus {@code offset}. */
  void visitFunctions(RootVisitor visitor, int from, Root kind, int offset) {
    for (int i = from; i < size(); i++) {
      functions[start + i] = visitor.visit(kind, offset + i, functions[start + i]);
    }
  }

  void visitValues(RootVisitor visitor, Root kind, int offset) {
    for (int i = 0; i < size(); i++) {
      values[start + i] = visitor.visit(kind, offset + i, values[start + i]);
    }
  }
}
