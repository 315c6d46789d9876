package lethe.vm.heap;

import lethe.vm.value.Header;

/**
 * What a walk over the major area finds (gc_ctrl.c, heap_stats), in words with headers. A block that no collection has found
 * dead yet is live.
 *
 * @param largestFreeWords the largest free block
 * @param fragments free words that are too small to be a block
 */
public record HeapStatistics(
    long liveWords, int liveBlocks, long freeWords, int freeBlocks, int largestFreeWords, int fragments) {

  static HeapStatistics of(Heap heap) {
    long liveWords = 0;
    int liveBlocks = 0;
    long freeWords = 0;
    int freeBlocks = 0;
    int largest = 0;
    int fragments = 0;
    long[] words = heap.words;
    for (int at = heap.firstMajorIndex(); at < words.length; ) {
      int total = Header.sizeWords(words[at]) + 1;
      if (Header.color(words[at]) != Header.BLUE) {
        liveBlocks++;
        liveWords += total;
      } else if (total == 1) {
        fragments++;
      } else {
        freeBlocks++;
        freeWords += total;
        largest = Math.max(largest, total);
      }
      at += total;
    }
    return new HeapStatistics(liveWords, liveBlocks, freeWords, freeBlocks, largest, fragments);
  }
}
