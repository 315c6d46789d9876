package lethe.vm.heap;

import java.util.Arrays;

/** Fields of major blocks that may hold a young value, by index into the heap's words; an entry may occur twice. */
final class RememberedSet {
  private int[] fields = new int[256];
  private int size;

  void add(int fieldIndex) {
    if (size == fields.length) {
      fields = Arrays.copyOf(fields, 2 * size);
    }
    fields[size++] = fieldIndex;
  }

  int size() {
    return size;
  }

  int get(int i) {
    return fields[i];
  }

  void clear() {
    size = 0;
  }
}
