package lethe.vm.heap;

import static lethe.vm.heap.TestHeap.code;
import static lethe.vm.heap.TestHeap.num;
import static lethe.vm.heap.TestHeap.second;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;

class CollectionTest {
  private final TestHeap test = new TestHeap();
  private final Heap heap = test.heap;

  @Test
  void promotesWhatRootsReachAndKeepsSharing() {
    long shared = test.block(num(7));
    test.block(num(8));
    test.stack[0] = test.block(shared, shared);
    test.stack[1] = shared;
    test.stack[2] = heap.string(new byte[] {5});
    test.addRoot(Root.NAMED, test.block(num(9)));
    heap.collectMinor(GcCause.PROGRAM);
    assertFalse(heap.isYoung(test.stack[0]));
    assertEquals(test.stack[1], heap.field(test.stack[0], 0));
    assertEquals(test.stack[1], heap.field(test.stack[0], 1));
    assertEquals(num(7), heap.field(test.stack[1], 0));
    assertEquals(5, heap.bytes(test.stack[2])[0]);
    assertEquals(num(9), heap.field(test.others.get(0), 0));
    assertEquals(4, test.blocksInHeap());
    assertEquals(3 + 2 + 2 + 2, heap.counts().promotedWords());
  }

  @Test
  void anInfixPointerMovesWithItsBlock() {
    long block = test.twoFunctions(code(1), code(2), num(3));
    test.stack[0] = second(block);
    test.stack[1] = block;
    heap.collectMinor(GcCause.PROGRAM);
    assertFalse(heap.isYoung(test.stack[1]));
    assertEquals(second(test.stack[1]), test.stack[0]);
    assertEquals(code(2), heap.field(test.stack[0], 0));
    test.stack[1] = Value.UNIT;
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(1, test.blocksInHeap());
    assertEquals(num(3), heap.field(test.stack[0], 2));
  }

  @Test
  void aRememberedFieldIsARootAndIsUpdated() {
    List<Barrier> decisions = new ArrayList<>();
    heap.setObserver(new Decisions(decisions));
    long major = test.majorBlock(Value.UNIT, Value.UNIT);
    test.stack[0] = major;
    heap.setField(major, 0, test.block(num(4)));
    heap.setField(major, 0, test.block(num(5)));
    heap.setField(major, 0, num(1));
    heap.setField(major, 1, major);
    heap.setField(major, 0, test.block(num(6)));
    heap.collectMinor(GcCause.PROGRAM);
    assertEquals(num(6), heap.field(heap.field(major, 0), 0));
    assertEquals(
        List.of(Barrier.REMEMBERED, Barrier.ALREADY, Barrier.NONE, Barrier.NONE, Barrier.REMEMBERED), decisions);
  }

  @Test
  void initRemembersToo() {
    long young = test.block(num(4));
    test.stack[0] = test.majorBlock(young);
    heap.collectMinor(GcCause.PROGRAM);
    assertNotEquals(young, heap.field(test.stack[0], 0));
    assertEquals(num(4), heap.field(heap.field(test.stack[0], 0), 0));
  }

  @Test
  void aFullCollectionFreesCyclesAndJoinsTheirWords() {
    for (int i = 0; i < 10; i++) {
      long first = test.majorBlock(Value.UNIT, Value.UNIT);
      long next = test.majorBlock(first);
      heap.setField(first, 1, next);
      test.stack[i] = i == 5 ? first : Value.UNIT;
    }
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(2, test.blocksInHeap());
    assertEquals(5, heap.counts().liveWords());
    int before = heap.counts().heapWords();
    assertTrue(heap.allocate(5 * 5 - 1, 0) < test.stack[5], "the words before the survivor are one block again");
    assertEquals(before, heap.counts().heapWords());
  }

  @Test
  void depthCostsNoJavaStack() {
    TestHeap deep = new TestHeap(new HeapOptions(256, 512, 1 << 24, false), new CollectorSeams());
    for (int i = 0; i < 400_000; i++) {
      if (!deep.heap.hasYoungRoom(2)) {
        deep.heap.collectMinor(GcCause.SCHEDULE);
      }
      deep.stack[0] = deep.block(num(i), deep.stack[0]);
    }
    deep.heap.collectFull(GcCause.PROGRAM);
    assertEquals(3L * 400_000, deep.heap.counts().liveWords());
    assertEquals(num(399_999), deep.heap.field(deep.stack[0], 0));
  }

  @Test
  void figuresAreThoseOfOneCollection() {
    Figures figures = new Figures();
    heap.setObserver(figures);
    test.stack[0] = test.block(num(1));
    heap.collectMinor(GcCause.SCHEDULE);
    test.stack[0] = test.block(num(1), num(2));
    heap.collectFull(GcCause.PROGRAM);
    heap.collectFull(GcCause.HOST);
    assertEquals(
        List.of(
            "MINOR SCHEDULE GcFigures[promotedBlocks=1, promotedWords=2, freedBlocks=0, freedWords=0]",
            "FULL PROGRAM GcFigures[promotedBlocks=1, promotedWords=3, freedBlocks=1, freedWords=2]",
            "FULL HOST GcFigures[promotedBlocks=0, promotedWords=0, freedBlocks=0, freedWords=0]"),
        figures.lines);
    assertEquals(2, figures.moves);
    assertEquals(2, figures.allocations);
  }

  @Test
  void theGreatestAtomIsARootLikeAnyOther() {
    test.stack[0] = heap.atom(255);
    test.stack[1] = test.block(heap.atom(0), heap.atom(Tag.STRING));
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(heap.atom(255), test.stack[0]);
    assertEquals(heap.atom(0), heap.field(test.stack[1], 0));
  }

  /** Collects the decisions of the barrier. */
  private static class Decisions implements HeapObserver {
    private final List<Barrier> decisions;

    Decisions(List<Barrier> decisions) {
      this.decisions = decisions;
    }

    @Override
    public void allocated(long block) {}

    @Override
    public void stored(long block, int field, long value, Barrier decision) {
      decisions.add(decision);
    }

    @Override
    public void moved(long from, long to) {}

    @Override
    public void begin(GcKind kind, GcCause cause) {}

    @Override
    public void end(GcKind kind, GcFigures figures) {}
  }

  /** Collects a line for each collection. */
  private static final class Figures extends Decisions {
    private final List<String> lines = new ArrayList<>();
    private String begun = "";
    private int moves;
    private int allocations;

    Figures() {
      super(new ArrayList<>());
    }

    @Override
    public void allocated(long block) {
      allocations++;
    }

    @Override
    public void moved(long from, long to) {
      moves++;
    }

    @Override
    public void begin(GcKind kind, GcCause cause) {
      begun = kind + " " + cause;
    }

    @Override
    public void end(GcKind kind, GcFigures figures) {
      lines.add(begun + " " + figures);
    }
  }
}
