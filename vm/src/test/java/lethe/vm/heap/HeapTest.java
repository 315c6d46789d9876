package lethe.vm.heap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import lethe.vm.fault.InputError;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;
import org.junit.jupiter.api.Test;

class HeapTest {
  private final TestHeap test = new TestHeap();
  private final Heap heap = test.heap;

  @Test
  void allocatesBlocksOfUnitsAndOfZeroBytes() {
    long block = heap.allocate(3, 7);
    assertEquals(3, heap.sizeWords(block));
    assertEquals(7, heap.tag(block));
    assertEquals(Value.UNIT, heap.field(block, 2));
    assertTrue(heap.isYoung(block));
    long large = heap.allocate(257, 0);
    assertFalse(heap.isYoung(large));
    assertEquals(Value.UNIT, heap.field(large, 256));
    assertEquals(0, heap.wordAt(heap.allocate(2, Tag.ABSTRACT), 1));
    HeapCheck.check(heap);
  }

  @Test
  void givesOneAtomForEachTag() {
    assertEquals(heap.atom(5), heap.allocate(0, 5));
    assertEquals(heap.atom(5), heap.allocateMajor(0, 5));
    assertEquals(255, heap.tag(heap.atom(255)));
    assertEquals(0, heap.sizeWords(heap.atom(255)));
    assertFalse(heap.isYoung(heap.atom(0)));
  }

  @Test
  void storesDoublesAndTags() {
    long block = heap.allocate(2, Tag.DOUBLE_ARRAY);
    heap.setDoubleField(block, 1, -0.5);
    assertEquals(-0.5, heap.doubleField(block, 1));
    assertEquals(0.0, heap.doubleField(block, 0));
    heap.setTag(block, Tag.ABSTRACT);
    assertEquals(Tag.ABSTRACT, heap.tag(block));
    assertEquals(2, heap.sizeWords(block));
  }

  @Test
  void padsStringsAsOcamlDoes() {
    for (int length = 0; length < 40; length++) {
      byte[] bytes = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEF".substring(0, length).getBytes(StandardCharsets.UTF_8);
      long string = heap.string(bytes);
      assertEquals((length + 8) / 8, heap.sizeWords(string));
      assertEquals(length, heap.byteLength(string));
      assertArrayEquals(bytes, heap.bytes(string));
    }
    long string = heap.string(new byte[] {1, 2, (byte) 0xFF});
    assertEquals(0x0400_0000_00FF_0201L, heap.wordAt(string, 0));
    assertEquals(0xFF, heap.byteAt(string, 2));
    assertArrayEquals(new byte[] {2, (byte) 0xFF}, heap.bytes(string, 1, 2));
  }

  @Test
  void copiesBytesThatOverlap() {
    int length = 60;
    for (int from = 0; from < 20; from++) {
      for (int to = 0; to < 20; to++) {
        for (int count : new int[] {0, 1, 7, 8, 9, 30, 40}) {
          byte[] expected = new byte[length];
          for (int i = 0; i < length; i++) {
            expected[i] = (byte) (i + 1);
          }
          long string = heap.string(expected);
          System.arraycopy(expected, from, expected, to, count);
          heap.copyBytes(string, from, string, to, count);
          assertArrayEquals(expected, heap.bytes(string), from + " to " + to + ", " + count + " bytes");
          heap.collectIfDue();
        }
      }
    }
  }

  @Test
  void aSmallAllocationFitsAfterEachPoll() {
    for (int i = 0; i < 1000; i++) {
      if (!heap.hasYoungRoom(256)) {
        heap.collectIfDue();
      }
      assertTrue(heap.hasYoungRoom(256));
      heap.init(heap.allocateYoung(1, 0), 0, Value.UNIT);
    }
    assertEquals(1000 * 2, heap.counts().allocatedWords());
    // 256 words are due after 129 blocks of two words: the pointer must have entered the reserve.
    assertEquals(1000 / 129, heap.counts().minorCollections());
  }

  @Test
  void anAllocationNeverCollects() {
    for (int i = 0; i < 500; i++) {
      heap.allocate(200, 0);
    }
    assertEquals(0, heap.counts().minorCollections());
    assertEquals(500 * 201, heap.counts().allocatedWords());
    assertTrue(heap.pollRequested());
    heap.collectIfDue();
    assertEquals(2, heap.counts().minorCollections());
    assertEquals(1, heap.counts().fullCollections());
    assertEquals(0, heap.counts().liveWords());
  }

  @Test
  void forcedPollsDoNotChangeWhatIsDue() {
    heap.forcePolls(true);
    assertTrue(heap.pollRequested());
    assertFalse(heap.hasYoungRoom(1));
    assertFalse(heap.isCollectionDue());
    heap.collectIfDue();
    assertEquals(0, heap.counts().minorCollections());
    assertTrue(heap.isYoung(heap.allocate(256, 0)));
    heap.forcePolls(false);
    assertTrue(heap.pollRequested());
    heap.collectIfDue();
    assertFalse(heap.pollRequested());
  }

  @Test
  void loadedCodeMakesACollectionDue() {
    heap.wordsOutside(512);
    assertFalse(heap.isCollectionDue());
    heap.wordsOutside(1);
    assertTrue(heap.pollRequested());
    heap.collectIfDue();
    assertEquals(1, heap.counts().fullCollections());
  }

  @Test
  void refusesTheProgramMoreThanTheLimit() {
    TestHeap limited = new TestHeap(TestHeap.SMALL.withMaxWords(4096), new CollectorSeams());
    assertThrows(HeapExhausted.class, () -> limited.heap.allocate(4096, 0));
    HeapCheck.check(limited.heap);
    assertThrows(
        HeapExhausted.class,
        () -> {
          for (int i = 0; i < 4096; i++) {
            if (!limited.heap.hasYoungRoom(2)) {
              limited.heap.collectIfDue();
            }
            limited.stack[0] = limited.block(limited.stack[0], Value.UNIT);
          }
        });
    limited.stack[0] = Value.UNIT;
    limited.heap.collectFull(GcCause.PROGRAM);
    assertFalse(limited.heap.isYoung(limited.heap.allocate(1000, 0)));
  }

  @Test
  void garbageIsNotExhaustion() {
    TestHeap limited = new TestHeap(TestHeap.SMALL.withMaxWords(8192), new CollectorSeams());
    for (int i = 0; i < 1000; i++) {
      limited.heap.collectIfDue();
      limited.heap.allocate(300, 0);
    }
    assertEquals(1000 * 301, limited.heap.counts().allocatedWords());
  }

  @Test
  void truncatesYoungAndMajorBlocks() {
    test.stack[0] = test.block(TestHeap.num(1), TestHeap.num(2));
    test.stack[1] = test.majorBlock(TestHeap.num(1), test.block(Value.UNIT), test.block(Value.UNIT));
    heap.truncate(test.stack[0], 1);
    heap.truncate(test.stack[1], 1);
    HeapCheck.check(heap);
    heap.collectFull(GcCause.PROGRAM);
    assertEquals(1, heap.sizeWords(test.stack[0]));
    assertEquals(TestHeap.num(1), heap.field(test.stack[1], 0));
    assertEquals(2, test.blocksInHeap());
  }

  @Test
  void refusesSizesThatCompiledCodeCannotUse() {
    InputError error = assertThrows(InputError.class, () -> HeapOptions.DEFAULT.withMinorWords(255));
    assertTrue(error.getMessage().contains("compiled code"), error.getMessage());
    assertThrows(InputError.class, () -> HeapOptions.DEFAULT.withMaxWords(1000));
    assertThrows(InputError.class, () -> HeapOptions.DEFAULT.withMajorWords(0));
  }

  @Test
  void namesTheKindsOfCustomBlocks() {
    for (CustomKind kind : CustomKind.values()) {
      assertEquals(kind, CustomKind.of(kind.word()));
    }
    assertThrows(IllegalArgumentException.class, () -> CustomKind.of(Value.ofLong(99)));
  }
}
