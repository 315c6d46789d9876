package lethe.vm.heap;

import static lethe.vm.heap.TestHeap.num;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lethe.vm.fault.Fault;
import lethe.vm.value.Header;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;

/** Each invariant is broken once, and the verifier must say so. */
class HeapCheckTest {
  private final TestHeap test = new TestHeap();
  private final Heap heap = test.heap;

  private void assertBroken(String part) {
    Fault fault = assertThrows(Fault.class, () -> HeapCheck.check(heap));
    assertEquals(Fault.Kind.HEAP_CHECK, fault.kind());
    assertTrue(fault.getMessage().contains(part), fault.getMessage());
  }

  private void setHeader(long block, long header) {
    heap.words[Value.indexOf(block) - 1] = header;
  }

  @Test
  void acceptsASoundHeap() {
    long block = test.twoFunctions(TestHeap.code(1), TestHeap.code(2), num(1));
    test.stack[0] = test.majorBlock(block, TestHeap.second(block), heap.atom(0), TestHeap.code(5));
    HeapCheck.check(heap);
    heap.collectFull(GcCause.PROGRAM);
    HeapCheck.check(heap);
    assertEquals(2, test.blocksInHeap());
  }

  @Test
  void noticesAHeaderThatIsTooLarge() {
    setHeader(test.majorBlock(num(1)), Header.of(1 << 20, Header.WHITE, 0));
    assertBroken("reaches over the end");
  }

  @Test
  void noticesAYoungBlockOfSizeZero() {
    setHeader(test.block(num(1)), Header.of(0, Header.WHITE, 0));
    assertBroken("young block");
  }

  @Test
  void noticesAChangedAtom() {
    setHeader(heap.atom(3), Header.of(0, Header.WHITE, 3));
    assertBroken("atom 3");
  }

  @Test
  void noticesABlackBlockOutsideCollections() {
    setHeader(test.majorBlock(num(1)), Header.of(1, Header.BLACK, 0));
    assertBroken("colour 3");
  }

  @Test
  void noticesFieldsThatAreNoValues() {
    long block = test.majorBlock(num(1));
    for (long word : new long[] {0, 4, block + 8, 1L << 40, -8}) {
      heap.setWordAt(block, 0, word);
      assertBroken("field 0 of block");
    }
  }

  @Test
  void noticesAnInfixHeaderOutsideAClosure() {
    long block = test.twoFunctions(TestHeap.code(1), TestHeap.code(2), num(1));
    test.stack[0] = TestHeap.second(block);
    HeapCheck.check(heap);
    heap.setTag(block, 0);
    assertBroken("root stack 0");
  }

  @Test
  void noticesAPointerToAFreedBlock() {
    long block = test.majorBlock(num(1));
    heap.collectFull(GcCause.PROGRAM);
    test.stack[0] = test.block(block);
    assertBroken("a freed block");
  }

  @Test
  void noticesAYoungPointerThatIsNotRemembered() {
    long block = test.majorBlock(num(1));
    heap.setWordAt(block, 0, test.block(num(2)));
    assertBroken("not remembered");
  }

  @Test
  void noticesWeakFieldsThatAreWrong() {
    long freed = test.majorBlock(num(1));
    heap.collectFull(GcCause.PROGRAM);
    long weak = heap.ephemerons().allocate(1);
    test.stack[0] = weak;
    HeapCheck.check(heap);
    heap.setWordAt(weak, 2, freed == weak ? weak + 8 : freed);
    assertBroken("weak field 2");
    heap.setWordAt(weak, 2, test.block(num(2)));
    assertBroken("not in the table");
    heap.setWordAt(weak, 2, Ephemerons.EMPTY);
    heap.setTag(weak, Tag.STRING);
    assertBroken("an ephemeron is");
  }

  @Test
  void noticesAFinaliserOfAFreedBlock() {
    heap.finalisers().registerLast(num(1), 4);
    assertBroken("a value with a finaliser");
  }

  @Test
  void noticesBrokenFreeLists() {
    heap.free.clear();
    assertBroken("0 of them in lists");
    heap.free.append(heap.words, heap.firstMajorIndex(), 512);
    HeapCheck.check(heap);
    setHeader(Value.ofIndex(heap.firstMajorIndex() + 1), Header.of(511, Header.WHITE, Tag.ABSTRACT));
    assertBroken("does not belong there");
  }
}
