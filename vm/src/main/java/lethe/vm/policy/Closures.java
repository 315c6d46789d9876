package lethe.vm.policy;

import lethe.vm.heap.Heap;
import lethe.vm.interp.Machine;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** What every policy knows of closures. */
final class Closures {
  private static final int FIRST_VARIABLE = 2;

  private Closures() {}

  /** The closure of a unit's initialiser: no variables, so the policy's extra words (not filled yet) start at field 2. */
  static long allocate(Machine m, long codeWord, int extraWords) {
    Heap h = m.heap;
    long closure = h.allocate(FIRST_VARIABLE + extraWords, Tag.CLOSURE);
    h.init(closure, 0, codeWord);
    h.init(closure, 1, Value.ofLong(FIRST_VARIABLE));
    return closure;
  }

  /** Words from the start of the block to this closure: 0 but for an infix pointer, whose header says so. */
  static int distanceWords(Heap h, long closure) {
    return h.tag(closure) == Tag.INFIX ? h.sizeWords(closure) : 0;
  }
}
