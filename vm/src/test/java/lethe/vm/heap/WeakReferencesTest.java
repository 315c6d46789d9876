package lethe.vm.heap;

import static lethe.vm.heap.TestHeap.num;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;

/** One ephemeron outside the heap: its data survives if its key does; unit stands for a word that was dropped. */
class WeakReferencesTest {
  private final TestHeap test = new TestHeap();
  private final Heap heap = test.heap;
  private long key = Value.UNIT;
  private long data = Value.UNIT;

  WeakReferencesTest() {
    heap.setWeak(new Ephemeron());
  }

  private final class Ephemeron implements WeakReferences {
    @Override
    public boolean extend(GcKind kind, Survival survival) {
      boolean keeps = survival.isAlive(key) && !survival.isAlive(data);
      if (keeps) {
        data = survival.keep(data);
      }
      return keeps;
    }

    @Override
    public void settle(GcKind kind, Survival survival) {
      boolean isAlive = survival.isAlive(key);
      key = isAlive ? survival.keep(key) : Value.UNIT;
      data = isAlive ? survival.keep(data) : Value.UNIT;
    }
  }

  private void fill() {
    key = test.block(num(1));
    data = test.block(test.block(num(2)));
  }

  @Test
  void dataLivesWithItsKey() {
    fill();
    test.stack[0] = key;
    heap.collectMinor(GcCause.PROGRAM);
    assertEquals(test.stack[0], key);
    assertEquals(num(2), heap.field(heap.field(data, 0), 0));
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(3, test.blocksInHeap());
    test.stack[0] = Value.UNIT;
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(Value.UNIT, data);
    assertEquals(0, test.blocksInHeap());
  }

  @Test
  void aKeyThatOnlyItsDataReachesDies() {
    fill();
    heap.setField(heap.field(data, 0), 0, key);
    heap.collectMinor(GcCause.PROGRAM);
    assertEquals(Value.UNIT, key);
    assertEquals(0, test.blocksInHeap());
  }

  @Test
  void aKeyMayBeAFunctionInsideABlock() {
    fill();
    test.stack[0] = test.twoFunctions(TestHeap.code(1), TestHeap.code(2), num(0));
    key = TestHeap.second(test.stack[0]);
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(TestHeap.second(test.stack[0]), key);
    assertFalse(Value.isInt(data));
  }
}
