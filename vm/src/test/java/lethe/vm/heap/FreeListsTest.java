package lethe.vm.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lethe.vm.value.Header;
import org.junit.jupiter.api.Test;

class FreeListsTest {
  private final long[] words = new long[10_000];
  private final FreeLists lists = new FreeLists();

  @Test
  void classesGrowWithSizesAndNeverExceedTheirNumber() {
    for (int size = 2; size < 1 << 20; size++) {
      int step = FreeLists.classOf(size) - FreeLists.classOf(size - 1);
      assertTrue(step == 0 || step == 1, "size " + size);
    }
    assertEquals(63, FreeLists.classOf(64));
    assertEquals(64, FreeLists.classOf(65));
    assertTrue(FreeLists.classOf(Integer.MAX_VALUE) < lists.classes());
  }

  @Test
  void anExactBlockIsPreferredAndTheLowestComesFirst() {
    lists.append(words, 100, 50);
    lists.append(words, 200, 6);
    lists.append(words, 300, 6);
    assertEquals(201, lists.take(words, 5));
    assertEquals(301, lists.take(words, 5));
    assertEquals(101, lists.take(words, 5));
    assertEquals(107, lists.take(words, 5));
  }

  @Test
  void theSurplusOfOneWordIsAFragment() {
    lists.append(words, 100, 12);
    assertEquals(101, lists.take(words, 10));
    assertEquals(Header.of(0, Header.BLUE, 0), words[111]);
    assertEquals(0, lists.take(words, 1));
  }

  @Test
  void aLargeBlockOfItsOwnClassIsTakenIfItFits() {
    lists.append(words, 100, 1001);
    assertEquals(0, lists.take(words, 1001));
    assertEquals(101, lists.take(words, 1000));
    assertEquals(0, lists.take(words, 1));
  }

  @Test
  void manySmallFreeBlocksDoNotSlowALargeRequest() {
    for (int at = 1; at < 9_000; at += 3) {
      lists.append(words, at, 3);
    }
    lists.append(words, 9_001, 900);
    assertEquals(9_002, lists.take(words, 500));
    assertEquals(2, lists.take(words, 2));
  }
}
