package lethe.vm.heap;

/**
 * Field 0 of an object: {@code [number of methods, cache mask, (closure, tag) × number]}, sorted by tag
 * (camlinternalOO.ml).
 */
public final class MethodTable {
  /** Index of the first tag; its closure is before it. */
  public static final int FIRST_TAG = 3;

  private MethodTable() {}

  /** Index of the tag in the table; of another one if it is not there. */
  public static int find(Heap heap, long table, long tag) {
    int low = FIRST_TAG;
    int high = (int) heap.field(table, 0);
    while (low < high) {
      int middle = ((low + high) >> 1) | 1;
      if (tag < heap.field(table, middle)) {
        high = middle - 2;
      } else {
        low = middle;
      }
    }
    return low;
  }
}
