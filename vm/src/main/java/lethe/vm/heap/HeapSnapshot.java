package lethe.vm.heap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
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
  private final int[] ephemerons;
  private final long[] finalised;

  HeapSnapshot(Heap heap) {
    words = heap.words.clone();
    youngNext = heap.youngNext;
    youngEnd = heap.youngEnd;
    firstMajorIndex = heap.firstMajorIndex();
    List<RootEntry> entries = new ArrayList<>();
    heap.visitRoots(
        (kind, index, word) -> {
          entries.add(new RootEntry(kind, index, word));
          return word;
        });
    roots = List.copyOf(entries);
    ephemerons = heap.ephemerons.toArray();
    finalised = heap.finalisers.values();
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

  /** Is it one of the blocks without fields, which are always there? */
  boolean isAtom(long block) {
    return block > Value.ofIndex(youngEnd) && block <= Value.ofIndex(firstMajorIndex);
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

  /** The weak arrays and ephemerons, those too that are garbage, in the order of their birth. */
  public LongStream ephemerons() {
    return Arrays.stream(ephemerons).mapToLong(Value::ofIndex);
  }

  /**
   * The values for which Gc.finalise has registered a function that is not due yet: a collection that finds one dead
   * keeps it, for the function to be called with it.
   */
  public LongStream finalised() {
    return Arrays.stream(finalised);
  }

  /** The words themselves, for the ephemeron rule. */
  long[] words() {
    return words;
  }

  /** Words of the whole heap with all its free room: every block's index is below. */
  public int heapWords() {
    return words.length;
  }
}
