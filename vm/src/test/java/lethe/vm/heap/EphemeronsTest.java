package lethe.vm.heap;

import static lethe.vm.heap.TestHeap.num;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;

/** Weak arrays and ephemerons in a heap whose verifier runs after each collection. */
class EphemeronsTest {
  private static final int DATA = Ephemerons.DATA;
  private static final int KEY = Ephemerons.FIRST_KEY;

  private final TestHeap test = new TestHeap();
  private final Heap heap = test.heap;
  private final Ephemerons ephemerons = heap.ephemerons();

  /** In stack slot 0: an ephemeron with these keys. */
  private long ephemeron(long data, long... keys) {
    long ephemeron = ephemerons.allocate(keys.length);
    ephemerons.set(ephemeron, DATA, data);
    for (int i = 0; i < keys.length; i++) {
      ephemerons.set(ephemeron, KEY + i, keys[i]);
    }
    test.stack[0] = ephemeron;
    return ephemeron;
  }

  private boolean isFull(long ephemeron, int field) {
    return ephemerons.get(ephemeron, field) != Ephemerons.EMPTY;
  }

  @Test
  void aNewOneIsEmptyAndMajor() {
    long e = ephemerons.allocate(2);
    assertEquals(4, heap.sizeWords(e));
    assertTrue(!heap.isYoung(e) && !isFull(e, DATA) && !isFull(e, KEY) && !isFull(e, KEY + 1));
  }

  @Test
  void aWeakPointerFollowsItsBlockAndKeepsItNot() {
    test.stack[1] = test.block(num(1));
    long e = ephemeron(Ephemerons.EMPTY, test.stack[1], test.block(num(2)));
    heap.collectMinor(GcCause.PROGRAM);
    assertEquals(test.stack[1], ephemerons.get(e, KEY));
    assertTrue(!isFull(e, KEY + 1), "the other died young");
    test.stack[1] = Value.UNIT;
    heap.collectMinor(GcCause.PROGRAM);
    assertTrue(isFull(e, KEY), "to a minor collection all old blocks are alive");
    heap.collectFull(GcCause.PROGRAM);
    assertTrue(!isFull(e, KEY));
  }

  @Test
  void dataLivesWithItsKey() {
    test.stack[1] = test.block(num(1));
    long e = ephemeron(test.block(test.block(num(2))), test.stack[1]);
    heap.collectMinor(GcCause.PROGRAM);
    assertEquals(num(2), heap.field(heap.field(ephemerons.get(e, DATA), 0), 0));
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(num(2), heap.field(heap.field(ephemerons.get(e, DATA), 0), 0));
    test.stack[1] = Value.UNIT;
    heap.collectFull(GcCause.PROGRAM);
    assertTrue(!isFull(e, DATA) && !isFull(e, KEY));
    assertEquals(1, test.blocksInHeap());
  }

  @Test
  void oldDataOfAYoungKeyIsEmptiedWithIt() {
    long e = ephemeron(test.majorBlock(num(1)), test.block(num(2)));
    heap.collectMinor(GcCause.PROGRAM);
    assertTrue(!isFull(e, DATA) && !isFull(e, KEY));
  }

  @Test
  void aKeyThatOnlyItsDataReachesDies() {
    for (GcKind kind : GcKind.values()) {
      long key = test.block(num(1));
      long e = ephemeron(test.block(key), key);
      collect(kind);
      assertTrue(!isFull(e, DATA) && !isFull(e, KEY), kind.toString());
    }
  }

  private void collect(GcKind kind) {
    if (kind == GcKind.MINOR) {
      heap.collectMinor(GcCause.PROGRAM);
    } else {
      heap.collectFull(GcCause.PROGRAM);
    }
  }

  @Test
  void dataWithoutKeysLivesWithTheEphemeron() {
    long e = ephemeron(test.block(num(1)), Ephemerons.EMPTY, num(5), heap.atom(0));
    heap.collectFull(GcCause.PROGRAM);
    assertTrue(isFull(e, DATA) && isFull(e, KEY + 1) && isFull(e, KEY + 2));
    test.stack[0] = Value.UNIT;
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(0, test.blocksInHeap());
  }

  @Test
  void aKeyMayBeAFunctionInsideABlock() {
    test.stack[1] = test.twoFunctions(TestHeap.code(1), TestHeap.code(2), num(0));
    long e = ephemeron(test.block(num(3)), TestHeap.second(test.stack[1]));
    heap.collectMinor(GcCause.PROGRAM);
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(TestHeap.second(test.stack[1]), ephemerons.get(e, KEY));
    assertTrue(isFull(e, DATA));
  }

  @Test
  void aTruncatedOneHasFewerFields() {
    long e = ephemeron(test.block(num(1)), test.block(num(2)), test.block(num(3)));
    heap.truncate(e, 1);
    heap.collectMinor(GcCause.PROGRAM);
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(1, test.blocksInHeap());
  }

  /** Each ephemeron's data is the key of the one before: with a search in rounds this would take 10^10 steps. */
  @Test
  void aLongChainTakesLinearTime() {
    int length = 100_000;
    test.stack[1] = test.majorBlock(num(0));
    long key = test.stack[1];
    for (int i = 0; i < length; i++) {
      long e = ephemerons.allocate(1);
      test.stack[0] = test.majorBlock(e, test.stack[0]);
      ephemerons.set(e, KEY, key);
      key = test.majorBlock(num(i));
      ephemerons.set(e, DATA, key);
    }
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(1 + 3 * length, test.blocksInHeap());
    test.stack[1] = Value.UNIT;
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(2 * length, test.blocksInHeap());
  }

  /** Random graphs: after a full collection exactly those blocks are there that a naive search of the rule finds. */
  @Test
  void theRuleHoldsInRandomGraphs() {
    for (int seed = 0; seed < 200; seed++) {
      new Graph(new Random(seed)).check(seed);
    }
  }

  private static final class Graph {
    private static final int NODES = 30;

    private final TestHeap test = new TestHeap();
    private final Heap heap = test.heap;
    private final long[] blocks = new long[NODES];
    private final int[][] fields = new int[NODES][];
    private final boolean[] weak = new boolean[NODES];
    private final Set<Integer> roots = new HashSet<>();

    Graph(Random random) {
      for (int n = 0; n < NODES; n++) {
        weak[n] = random.nextInt(3) == 0;
        fields[n] = random.ints(1 + random.nextInt(3), 0, NODES).toArray();
        int size = fields[n].length;
        blocks[n] = weak[n] ? heap.ephemerons().allocate(size - 1) : heap.allocateMajor(size, 0);
      }
      for (int n = 0; n < NODES; n++) {
        for (int i = 0; i < fields[n].length; i++) {
          if (weak[n]) {
            heap.ephemerons().set(blocks[n], DATA + i, blocks[fields[n][i]]);
          } else {
            heap.setField(blocks[n], i, blocks[fields[n][i]]);
          }
        }
      }
      for (int i = 0; i < 3; i++) {
        int root = random.nextInt(NODES);
        roots.add(root);
        test.stack[i] = blocks[root];
      }
    }

    private Set<Integer> alive() {
      Set<Integer> alive = new HashSet<>(roots);
      boolean grows = true;
      while (grows) {
        grows = false;
        for (int n = 0; n < NODES; n++) {
          if (alive.contains(n)) {
            grows |= weak[n] ? followData(n, alive) : alive.addAll(list(fields[n], 0));
          }
        }
      }
      return alive;
    }

    private boolean followData(int n, Set<Integer> alive) {
      return alive.containsAll(list(fields[n], 1)) && alive.add(fields[n][0]);
    }

    private static List<Integer> list(int[] items, int from) {
      List<Integer> list = new ArrayList<>();
      for (int i = from; i < items.length; i++) {
        list.add(items[i]);
      }
      return list;
    }

    void check(int seed) {
      Set<Integer> expected = alive();
      heap.collectFull(GcCause.PROGRAM);
      Set<Long> there = new HashSet<>();
      heap.snapshot().forEachBlock(there::add);
      for (int n = 0; n < NODES; n++) {
        assertEquals(expected.contains(n), there.contains(blocks[n]), "seed " + seed + ", node " + n);
        if (expected.contains(n) && weak[n]) {
          checkFields(n, expected, seed);
        }
      }
    }

    private void checkFields(int n, Set<Integer> alive, int seed) {
      boolean keysAlive = alive.containsAll(list(fields[n], 1));
      for (int i = 0; i < fields[n].length; i++) {
        boolean full = i == 0 ? keysAlive : alive.contains(fields[n][i]);
        long word = heap.ephemerons().get(blocks[n], DATA + i);
        assertEquals(full ? blocks[fields[n][i]] : Ephemerons.EMPTY, word, "seed " + seed + ", field " + i);
      }
    }
  }

  @Test
  void pathsGoThroughDataWhoseKeysAreReached() {
    test.stack[1] = test.majorBlock(num(1));
    long found = test.majorBlock(num(2));
    long e = ephemeron(found, test.stack[1]);
    WhyPath path = new Paths(heap.snapshot(), ExtraEdges.NONE).to(found).orElseThrow();
    assertEquals(List.of(new WhyPath.Step(e, WhyPath.Via.DATA, DATA)), path.steps());
    test.stack[1] = Value.UNIT;
    assertTrue(new Paths(heap.snapshot(), ExtraEdges.NONE).to(found).isEmpty());
    assertNotEquals(Value.UNIT, e);
  }
}
