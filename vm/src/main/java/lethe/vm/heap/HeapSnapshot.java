package lethe.vm.heap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import lethe.vm.value.Header;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/** The heap and its roots as they stood at a safepoint: a copy that nothing changes. */
public final class HeapSnapshot {
  private final long[] words;
  private final int youngNext;
  private final int youngEnd;
  private final int firstMajorIndex;
  private final List<RootEntry> roots;

  HeapSnapshot(Heap heap) {
    words = heap.words.clone();
    youngNext = heap.youngNext;
    youngEnd = heap.youngEnd;
    firstMajorIndex = heap.firstMajorIndex();
    List<RootEntry> entries = new ArrayList<>();
    heap.roots.visit(
        (kind, index, word) -> {
          entries.add(new RootEntry(kind, index, word));
          return word;
        });
    roots = List.copyOf(entries);
  }

  /** Visits the blocks that are not free: young ones, then those of the major area, in address order; no atoms. */
  public void forEachBlock(LongConsumer visitor) {
    forEachBlock(youngNext, youngEnd, visitor);
    forEachBlock(firstMajorIndex, words.length, visitor);
  }

  private void forEachBlock(int from, int to, LongConsumer visitor) {
    for (int at = from; at < to; at += Header.sizeWords(words[at]) + 1) {
      if (Header.color(words[at]) != Header.BLUE) {
        visitor.accept(Value.ofIndex(at + 1));
      }
    }
  }

  public long header(long block) {
    return words[Value.indexOf(block) - 1];
  }

  public int tag(long block) {
    return Header.tag(header(block));
  }

  public int sizeWords(long block) {
    return Header.sizeWords(header(block));
  }

  public long field(long block, int i) {
    return words[Value.indexOf(block) + i];
  }

  /** The block that the address points to, or into if it is that of an infix closure. */
  public long blockOf(long address) {
    long header = header(address);
    return Header.tag(header) == Tag.INFIX ? address - 8L * Header.sizeWords(header) : address;
  }

  /** Every root, in the order of {@link Roots#visit}. */
  public List<RootEntry> roots() {
    return roots;
  }

  /** Words of the whole heap with all its free room: every block's index is below. */
  public int heapWords() {
    return words.length;
  }
}
