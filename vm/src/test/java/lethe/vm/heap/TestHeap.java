package lethe.vm.heap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** A small checked heap whose roots are an array of stack slots and lists of values by kind. */
final class TestHeap {
  static final HeapOptions SMALL = new HeapOptions(256, 512, 1 << 20, true);

  final Heap heap;
  final long[] stack = new long[64];
  final List<Root> kinds = new ArrayList<>();
  final List<Long> others = new ArrayList<>();

  TestHeap(HeapOptions options, CollectorSeams seams) {
    heap = new Heap(options, seams);
    Arrays.fill(stack, Value.UNIT);
    heap.setRoots(this::visit);
  }

  TestHeap() {
    this(SMALL, new CollectorSeams());
  }

  private void visit(RootVisitor visitor) {
    visitor.visitAll(Root.STACK, stack, 0, stack.length);
    for (int i = 0; i < others.size(); i++) {
      others.set(i, visitor.visit(kinds.get(i), i, others.get(i)));
    }
  }

  void addRoot(Root kind, long word) {
    kinds.add(kind);
    others.add(word);
  }

  /** A block of tag 0. */
  long block(long... fields) {
    return fill(heap.allocate(fields.length, 0), fields);
  }

  long majorBlock(long... fields) {
    return fill(heap.allocateMajor(fields.length, 0), fields);
  }

  private long fill(long block, long... fields) {
    for (int i = 0; i < fields.length; i++) {
      heap.init(block, i, fields[i]);
    }
    return block;
  }

  /** A CLOSUREREC block of two functions with code addresses and one environment field. */
  long twoFunctions(long code0, long code1, long env) {
    long block = heap.allocate(6, Tag.CLOSURE);
    long[] fields = {code0, information(5), (3L << 10) | Tag.INFIX, code1, information(2), env};
    return fill(block, fields);
  }

  /** The second function of {@link #twoFunctions}. */
  static long second(long block) {
    return block + 3 * 8;
  }

  static long information(int environmentStart) {
    return ((long) environmentStart << 1) | 1;
  }

  static long code(int number) {
    return ((long) number << 2) | 2;
  }

  static long num(int n) {
    return Value.ofLong(n);
  }

  int blocksInHeap() {
    int[] count = new int[1];
    heap.snapshot().forEachBlock(block -> count[0]++);
    return count[0];
  }
}
