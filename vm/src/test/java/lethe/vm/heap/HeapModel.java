package lethe.vm.heap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Random;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Random changes of an object graph, made at once in a heap and in Java objects, where the host's collector cannot be
 * wrong. The stack slots of the heap are the roots of both.
 */
final class HeapModel {
  /** What a root or field refers to: a node, or the second function of a closure node. */
  private record Ref(Node node, boolean second) {
    long address(long block) {
      return second ? TestHeap.second(block) : block;
    }
  }

  /** A block: fields are {@link Ref}s, or {@link Long}s for words that are no pointers; or a string. */
  private static final class Node {
    private final int tag;
    private final Object[] fields;
    private final byte[] bytes;

    Node(int tag, Object[] fields, byte[] bytes) {
      this.tag = tag;
      this.fields = fields;
      this.bytes = bytes;
    }
  }

  private final TestHeap test;
  private final Heap heap;
  private final Random random;
  private final Object[] roots;

  HeapModel(TestHeap test, long seed) {
    this.test = test;
    heap = test.heap;
    random = new Random(seed);
    roots = new Object[test.stack.length];
    Arrays.fill(roots, Value.UNIT);
  }

  void step() {
    int slot = random.nextInt(roots.length);
    switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> allocate(slot, random.nextInt(8) == 0 ? 1 + random.nextInt(600) : 1 + random.nextInt(6));
      case 4 -> allocateClosure(slot);
      case 5 -> allocateString(slot);
      case 6 -> put(slot, Value.UNIT, Value.UNIT);
      case 7, 8, 9 -> load(slot);
      case 10, 11, 12, 13, 14 -> store(slot);
      default -> collect();
    }
  }

  private void put(int slot, Object model, long word) {
    roots[slot] = model;
    test.stack[slot] = word;
  }

  private void allocate(int slot, int sizeWords) {
    int tag = random.nextInt(4);
    Object[] fields = new Object[sizeWords];
    long block;
    if (heap.hasYoungRoom(sizeWords) && random.nextBoolean()) {
      block = heap.allocateYoung(sizeWords, tag);
    } else {
      block = random.nextInt(4) == 0 ? heap.allocateMajor(sizeWords, tag) : heap.allocate(sizeWords, tag);
    }
    for (int i = 0; i < sizeWords; i++) {
      int from = random.nextInt(roots.length);
      fields[i] = roots[from];
      heap.init(block, i, test.stack[from]);
    }
    put(slot, new Ref(new Node(tag, fields, null), false), block);
  }

  private void allocateClosure(int slot) {
    int from = random.nextInt(roots.length);
    long block = test.twoFunctions(TestHeap.code(1), TestHeap.code(2), test.stack[from]);
    Object[] fields = new Object[6];
    for (int i = 0; i < 5; i++) {
      fields[i] = heap.field(block, i);
    }
    fields[5] = roots[from];
    Node node = new Node(Tag.CLOSURE, fields, null);
    boolean second = random.nextBoolean();
    put(slot, new Ref(node, second), second ? TestHeap.second(block) : block);
  }

  private void allocateString(int slot) {
    byte[] bytes = new byte[random.nextInt(50)];
    random.nextBytes(bytes);
    put(slot, new Ref(new Node(Tag.STRING, new Object[0], bytes), false), heap.string(bytes));
  }

  /** The node in the slot, if it is one with fields that may be changed. */
  private Node mutableNode(int slot) {
    return roots[slot] instanceof Ref ref && ref.node.fields.length > 0 && ref.node.tag != Tag.CLOSURE
        ? ref.node
        : null;
  }

  private void load(int slot) {
    Node node = mutableNode(slot);
    if (node != null) {
      int i = random.nextInt(node.fields.length);
      put(random.nextInt(roots.length), node.fields[i], heap.field(test.stack[slot], i));
    }
  }

  private void store(int slot) {
    Node node = mutableNode(slot);
    if (node != null) {
      int i = random.nextInt(node.fields.length);
      int from = random.nextInt(roots.length);
      node.fields[i] = roots[from];
      heap.setField(test.stack[slot], i, test.stack[from]);
    }
  }

  private void collect() {
    switch (random.nextInt(12)) {
      case 0 -> heap.collectMinor(GcCause.SCHEDULE);
      case 1 -> {
        heap.collectFull(GcCause.SCHEDULE);
        assertEquals(compare(), test.blocksInHeap(), "what is not reachable is freed, and nothing else");
      }
      default -> heap.collectIfDue();
    }
  }

  /** Compares both graphs from the roots, pointers by identity; returns the number of blocks. */
  int compare() {
    IdentityHashMap<Node, Long> blocks = new IdentityHashMap<>();
    Deque<Node> queue = new ArrayDeque<>();
    for (int i = 0; i < roots.length; i++) {
      compare(roots[i], test.stack[i], blocks, queue);
    }
    while (!queue.isEmpty()) {
      Node node = queue.remove();
      long block = blocks.get(node);
      assertEquals(node.tag, heap.tag(block));
      if (node.bytes != null) {
        assertArrayEquals(node.bytes, heap.bytes(block));
        continue;
      }
      assertEquals(node.fields.length, heap.sizeWords(block));
      for (int i = 0; i < node.fields.length; i++) {
        compare(node.fields[i], heap.field(block, i), blocks, queue);
      }
    }
    assertEquals(blocks.size(), blocks.values().stream().distinct().count());
    return blocks.size();
  }

  private static void compare(Object model, long word, IdentityHashMap<Node, Long> blocks, Deque<Node> queue) {
    if (model instanceof Ref ref) {
      Long known = blocks.get(ref.node);
      if (known == null) {
        known = ref.second ? word - 3 * 8 : word;
        blocks.put(ref.node, known);
        queue.add(ref.node);
      }
      assertEquals(ref.address(known), word);
    } else {
      assertEquals(model, word);
    }
  }
}
