package lethe.harness.cost;

import lethe.vm.heap.CollectorSeams;
import lethe.vm.heap.GcCause;
import lethe.vm.heap.Heap;
import lethe.vm.heap.HeapOptions;

/**
 * Counts the words that others read: fields and headers. A word that is read twice in a row, with no safepoint between, counts
 * once: a compiler keeps it in a register (tag and size of a block are one word). What the write barrier and the collector look at is not in it; the
 * collector counts its own.
 */
final class CountingHeap extends Heap {
  private static final int WORD_BYTES = 8;

  private long wordsRead;
  private long last;

  CountingHeap(HeapOptions options, CollectorSeams seams) {
    super(options, seams);
  }

  long wordsRead() {
    return wordsRead;
  }

  /** What has been read is in no register any more. */
  void safepoint() {
    last = 0;
  }

  private void read(long block, int i) {
    long address = block + (long) WORD_BYTES * i;
    wordsRead += address == last ? 0 : 1;
    last = address;
  }

  @Override
  public long field(long block, int i) {
    read(block, i);
    return super.field(block, i);
  }

  @Override
  public long wordAt(long block, int i) {
    read(block, i);
    return super.wordAt(block, i);
  }

  @Override
  public double doubleField(long block, int i) {
    read(block, i);
    return super.doubleField(block, i);
  }

  @Override
  public long header(long block) {
    read(block, -1);
    return super.header(block);
  }

  @Override
  public int byteAt(long block, int i) {
    read(block, i / WORD_BYTES);
    return super.byteAt(block, i);
  }

  @Override
  public byte[] bytes(long block, int from, int lengthBytes) {
    wordsRead += words(from, lengthBytes);
    return super.bytes(block, from, lengthBytes);
  }

  @Override
  public void copyBytes(long fromBlock, int from, long toBlock, int to, int lengthBytes) {
    wordsRead += words(from, lengthBytes);
    super.copyBytes(fromBlock, from, toBlock, to, lengthBytes);
  }

  @Override
  public void collectMinor(GcCause cause) {
    long before = wordsRead;
    super.collectMinor(cause);
    wordsRead = before;
  }

  @Override
  public void collectFull(GcCause cause) {
    long before = wordsRead;
    super.collectFull(cause);
    wordsRead = before;
  }

  private static int words(int from, int lengthBytes) {
    return lengthBytes == 0 ? 0 : (from + lengthBytes - 1) / WORD_BYTES - from / WORD_BYTES + 1;
  }
}
