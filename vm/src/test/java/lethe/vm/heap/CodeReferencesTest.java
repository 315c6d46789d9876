package lethe.vm.heap;

import static lethe.vm.heap.TestHeap.code;
import static lethe.vm.heap.TestHeap.num;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;

/** What the collector asks of code, and what it must not look at. */
class CodeReferencesTest {
  private final TestHeap test = new TestHeap();
  private final Heap heap = test.heap;
  private final Table table = new Table();

  CodeReferencesTest() {
    heap.setCode(table);
  }

  /** A code table of one handle, whose code names global slot 1; slot 0 belongs to static code. */
  private final class Table implements CodeReferences {
    private final List<Long> addresses = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final long handle = allocateHandle();
    private final long globals = test.majorBlock(Value.UNIT, Value.UNIT, Value.UNIT);
    private boolean wantsAddresses;

    @Override
    public boolean wantsAddresses() {
      return wantsAddresses;
    }

    @Override
    public void address(long codeAddress, Marker marker) {
      addresses.add(codeAddress);
      if (codeAddress == code(1)) {
        marker.mark(handle);
      }
    }

    @Override
    public void roots(Marker marker) {
      calls.add("roots");
      marker.markWithoutFields(globals);
      marker.mark(heap.field(globals, 0));
    }

    @Override
    public void handle(long block, Marker marker) {
      assertEquals(handle, block);
      calls.add("handle");
      marker.mark(heap.field(globals, 1));
    }

    @Override
    public void marked(Marker marker) {
      calls.add("marked");
      for (int slot = 0; slot < 3; slot++) {
        long word = heap.field(globals, slot);
        if (Value.isBlock(word) && !marker.isMarked(word)) {
          heap.setField(globals, slot, Value.UNIT);
        }
      }
    }
  }

  private long allocateHandle() {
    long handle = heap.allocateMajor(2, Tag.CUSTOM);
    heap.setWordAt(handle, 0, CustomKind.CODE_HANDLE.word());
    // Bytes that look like a pointer: must not be followed.
    heap.setWordAt(handle, 1, 8L * 3);
    return handle;
  }

  private void fillGlobals() {
    for (int slot = 0; slot < 3; slot++) {
      heap.setField(table.globals, slot, test.block(num(slot)));
    }
  }

  @Test
  void aLiveHandleKeepsItsSlots() {
    fillGlobals();
    test.stack[0] = test.block(table.handle);
    test.stack[1] = table.globals;
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(List.of("roots", "handle", "marked"), table.calls);
    assertEquals(num(0), heap.field(heap.field(table.globals, 0), 0));
    assertEquals(num(1), heap.field(heap.field(table.globals, 1), 0));
    assertEquals(Value.UNIT, heap.field(table.globals, 2));
  }

  @Test
  void aDeadHandleTakesItsSlotsAlong() {
    fillGlobals();
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(List.of("roots", "marked"), table.calls);
    assertEquals(Value.UNIT, heap.field(table.globals, 1));
    assertEquals(2, test.blocksInHeap());
  }

  @Test
  void aMinorCollectionAsksNothing() {
    fillGlobals();
    heap.collectMinor(GcCause.PROGRAM);
    assertTrue(table.calls.isEmpty());
    assertEquals(num(2), heap.field(heap.field(table.globals, 2), 0));
  }

  @Test
  void reportsAddressesOfStackSlotsAndOfTheCodePartOfClosures() {
    table.wantsAddresses = true;
    test.stack[0] = code(9);
    test.stack[1] = TestHeap.second(test.twoFunctions(code(1), code(2), code(3)));
    test.stack[2] = test.block(code(4));
    test.addRoot(Root.NAMED, code(5));
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(List.of(code(9), code(1), code(2)), table.addresses);
    assertEquals(List.of("roots", "handle", "marked"), table.calls);
  }

  @Test
  void reportsNothingThatIsNotWanted() {
    test.stack[0] = test.twoFunctions(code(1), code(2), num(1));
    heap.collectFull(GcCause.PROGRAM);
    assertTrue(table.addresses.isEmpty());
    assertFalse(table.calls.contains("handle"));
  }

  @Test
  void aMarkingCountsTheWordsThatItReadsAndTheAddressesThatItLooksUp() {
    table.wantsAddresses = true;
    long none = examinedMore();
    test.stack[0] = test.block(num(1), num(2));
    // A header for the reference, header and fields for the block; the root was read before, too.
    assertEquals(none + 1 + 1 + 2, examinedMore());
    assertEquals(0, heap.counts().lookUps());
    test.stack[1] = test.stack[0];
    assertEquals(none + 1 + 1 + 2 + 1, examinedMore());
    test.stack[1] = test.twoFunctions(code(1), code(2), num(3));
    examinedMore();
    assertEquals(2, heap.counts().lookUps());
    heap.started();
    assertEquals(0, heap.counts().examinedWords() + heap.counts().lookUps());
  }

  private long examinedMore() {
    long before = heap.counts().examinedWords();
    heap.collectFull(GcCause.PROGRAM);
    return heap.counts().examinedWords() - before;
  }
}
