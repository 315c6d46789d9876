package lethe.vm.prim.std;

import java.util.Arrays;
import lethe.vm.fault.Fault;
import lethe.vm.heap.Heap;
import lethe.vm.value.Value;

/** A list that a primitive is given: {@code [0: head tail]}, at its end an integer. */
final class OcamlList {
  private OcamlList() {}

  /** The elements. A list that runs into itself is a fault: no limit of steps would stop the primitive, and stock OCaml hangs. */
  static long[] elements(Heap heap, long list) {
    long[] elements = new long[8];
    int count = 0;
    long seen = list; // a cell passed before, moved up whenever the count is a power of two: a cycle comes back to it
    for (long cell = list; Value.isBlock(cell); cell = heap.field(cell, 1)) {
      if (count > 0 && cell == seen) {
        throw new Fault(Fault.Kind.MEMORY, "", "a primitive was given a list without end");
      }
      if (Integer.bitCount(count) == 1) {
        seen = cell;
      }
      if (count == elements.length) {
        elements = Arrays.copyOf(elements, 2 * count);
      }
      elements[count++] = heap.field(cell, 0);
    }
    return Arrays.copyOf(elements, count);
  }
}
