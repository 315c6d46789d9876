package lethe.vm.heap;

import static lethe.vm.heap.TestHeap.num;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;

/** Functions are blocks that hold a number here; a heap does not call them. */
class FinalisersTest {
  private final TestHeap test = new TestHeap();
  private final Heap heap = test.heap;
  private final Finalisers finalisers = heap.finalisers();

  private void first(int function, long value) {
    finalisers.registerFirst(test.block(num(function)), value);
  }

  private void last(int function, long value) {
    finalisers.registerLast(test.block(num(function)), value);
  }

  /** Takes what is due: numbers of functions in the order of their calls. */
  private List<Integer> due() {
    List<Integer> due = new ArrayList<>();
    while (finalisers.isDue()) {
      due.add(Value.intOf(heap.field(finalisers.dueFunction(), 0)));
      finalisers.dueTaken();
    }
    return due;
  }

  @Test
  void aDeadValueIsKeptOnceMoreForItsFunction() {
    first(1, test.block(test.block(num(5))));
    heap.collectMinor(GcCause.PROGRAM);
    assertTrue(!finalisers.isDue(), "to a minor collection it is alive");
    assertTrue(!heap.isActionRequested());
    heap.collectFull(GcCause.PROGRAM);
    assertTrue(heap.isActionRequested() && heap.pollRequested());
    assertEquals(num(5), heap.field(heap.field(finalisers.dueValue(), 0), 0));
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(3, test.blocksInHeap(), "what is due is a root");
    assertEquals(List.of(1), due());
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(0, test.blocksInHeap());
  }

  @Test
  void aLastFunctionComesAfterItsValueIsGone() {
    last(1, test.block(num(5)));
    heap.collectMinor(GcCause.PROGRAM);
    assertEquals(Value.UNIT, finalisers.dueValue());
    assertEquals(1, test.blocksInHeap());
    assertEquals(List.of(1), due());
    test.stack[0] = test.block(num(6));
    last(2, test.stack[0]);
    heap.collectMinor(GcCause.PROGRAM);
    assertEquals(List.of(), due());
    test.stack[0] = Value.UNIT;
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(List.of(2), due());
  }

  @Test
  void theLastOfABatchComesFirstAndBatchesInOrder() {
    long value = test.block(num(5));
    first(1, value);
    last(2, value);
    first(3, test.block(value));
    first(4, value);
    heap.collectFull(GcCause.PROGRAM);
    first(5, test.block(num(6)));
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(List.of(4, 3, 1, 5), due());
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(List.of(2), due());
  }

  @Test
  void aWeakPointerStaysFullForTheFunctionAndIsEmptyForTheLast() {
    long weak = heap.ephemerons().allocate(1);
    test.stack[0] = weak;
    long value = test.block(num(5));
    heap.ephemerons().set(weak, Ephemerons.FIRST_KEY, value);
    first(1, value);
    last(2, value);
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(finalisers.dueValue(), heap.ephemerons().get(weak, Ephemerons.FIRST_KEY));
    assertEquals(List.of(1), due());
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(Ephemerons.EMPTY, heap.ephemerons().get(weak, Ephemerons.FIRST_KEY));
    assertEquals(List.of(2), due());
  }

  @Test
  void aFunctionInsideABlockMayDieToo() {
    long group = test.twoFunctions(TestHeap.code(1), TestHeap.code(2), num(7));
    first(1, TestHeap.second(group));
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(num(7), heap.field(finalisers.dueValue(), 2));
  }

  @Test
  void manyAreMovedAndTakenWithoutLoss() {
    int count = 10_000;
    for (int i = 0; i < count; i++) {
      first(i, test.block(num(i)));
      if (heap.isCollectionDue()) {
        heap.collectIfDue();
      }
    }
    List<Integer> called = new ArrayList<>();
    for (int round = 0; round < 3; round++) {
      heap.collectFull(GcCause.PROGRAM);
      called.addAll(due());
    }
    assertEquals(count, called.stream().distinct().count());
    assertEquals(count, called.size());
  }

  @Test
  void aPathMayStartAtAFinaliserOrAtAValueThatOnlyItKeeps() {
    first(1, test.majorBlock(num(5)));
    heap.collectMinor(GcCause.PROGRAM);
    HeapSnapshot snapshot = heap.snapshot();
    Paths paths = new Paths(snapshot, ExtraEdges.NONE);
    long value = snapshot.finalised().findFirst().orElseThrow();
    assertEquals(Root.FINALISED, paths.to(value).orElseThrow().root().kind());
    RootEntry function = snapshot.roots().stream().filter(r -> r.kind() == Root.FINALISER).findFirst().orElseThrow();
    assertEquals(function, paths.to(function.word()).orElseThrow().root());
  }
}
