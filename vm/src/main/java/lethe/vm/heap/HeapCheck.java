package lethe.vm.heap;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import lethe.vm.fault.Fault;
import lethe.vm.value.Header;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * The heap's invariants, as they hold at every safepoint, before and after every collection:
 *
 * <ol>
 *   <li>The minor area from the block allocated last up to its end, and the major area, are covered by blocks without a
 *       gap; no young block has size 0, but for what {@link Heap#truncate} leaves; the 256 atoms have size 0 and are
 *       black.
 *   <li>Outside collections a major block is white, or blue if it is free; no young block is blue.
 *   <li>A field of a block that is not free and holds values (tag below NO_SCAN), and every root, is an integer, a code
 *       address, the address of field 0 of a block that is not free, or that of an infix header's closure inside such a
 *       block of tag CLOSURE. In particular nothing that is reachable is free.
 *   <li>A field of a major block that holds a young address is in the remembered set.
 *   <li>Each weak array and ephemeron is a major block of tag ABSTRACT that is not free; a field of it from its data on is
 *       empty or as in 3, and in the table of young fields if it holds a young address. So no weak pointer leads to a freed
 *       block. The values of finalisers are as in 3.
 *   <li>A free block of size 1 or more is in the list of its size class, once; nothing else is in any list.
 * </ol>
 */
public final class HeapCheck implements RootVisitor {
  private final Heap heap;
  private final long[] words;
  /** Indices of field 0 of blocks that are not free. */
  private final BitSet live;

  private final BitSet free;

  private HeapCheck(Heap heap) {
    this.heap = heap;
    words = heap.words;
    live = new BitSet(words.length);
    free = new BitSet(words.length);
  }

  /**
   * Checks all invariants.
   *
   * @throws Fault of kind HEAP_CHECK, which names the first one that is broken
   */
  public static void check(Heap heap) {
    HeapCheck check = new HeapCheck(heap);
    check.collectBlocks();
    check.checkFields();
    heap.visitRoots(check);
    check.checkEphemerons();
    check.checkFinalised();
    check.checkFreeLists();
  }

  @Override
  public long visit(Root kind, int index, long word) {
    if (!isValid(word)) {
      throw broken("root " + kind.name().toLowerCase(Locale.ROOT) + " " + index + " is " + describe(word));
    }
    return word;
  }

  private void collectBlocks() {
    for (int at = heap.youngNext; at < heap.youngEnd; ) {
      long header = words[at];
      boolean isEmpty = Header.sizeWords(header) == 0 && Header.tag(header) != Tag.ABSTRACT;
      if (isEmpty || Header.color(header) == Header.BLUE) {
        throw broken("young block " + name(at + 1) + " has header " + Long.toHexString(header));
      }
      at = next(at, heap.youngEnd);
    }
    for (int at = heap.youngEnd; at < heap.firstMajorIndex(); at++) {
      if (words[at] != Header.of(0, Header.BLACK, at - heap.youngEnd)) {
        throw broken("atom " + (at - heap.youngEnd) + " has header " + Long.toHexString(words[at]));
      }
      live.set(at + 1);
    }
    for (int at = heap.firstMajorIndex(); at < words.length; ) {
      int color = Header.color(words[at]);
      if (color != Header.WHITE && color != Header.BLUE) {
        throw broken("major block " + name(at + 1) + " has colour " + color);
      }
      at = next(at, words.length);
    }
  }

  /** Notes the block and returns the index of the next header. */
  private int next(int at, int end) {
    long header = words[at];
    long next = at + 1L + (header >>> 10);
    if (next > end) {
      throw broken("block " + name(at + 1) + " of " + (header >>> 10) + " words reaches over the end of its area");
    }
    boolean isFree = Header.color(header) == Header.BLUE;
    if (!isFree) {
      live.set(at + 1);
    } else if (Header.sizeWords(header) > 0) {
      free.set(at + 1);
    }
    return (int) next;
  }

  private void checkFields() {
    BitSet remembered = new BitSet(words.length);
    for (int i = 0; i < heap.remembered.size(); i++) {
      remembered.set(heap.remembered.get(i));
    }
    for (int index = live.nextSetBit(0); index >= 0; index = live.nextSetBit(index + 1)) {
      long header = words[index - 1];
      if (Header.tag(header) < Tag.NO_SCAN) {
        checkFields(index, Header.sizeWords(header), remembered);
      }
    }
  }

  private void checkFields(int index, int sizeWords, BitSet remembered) {
    boolean isYoung = index < heap.youngEnd;
    for (int i = 0; i < sizeWords; i++) {
      long word = words[index + i];
      if (!isValid(word)) {
        throw broken("field " + i + " of block " + name(index) + " is " + describe(word));
      }
      if (!isYoung && heap.isYoung(word) && !remembered.get(index + i)) {
        throw broken("field " + i + " of major block " + name(index) + " is young and not remembered");
      }
    }
  }

  private boolean isValid(long word) {
    if (!Value.isBlock(word)) {
      return Value.isInt(word) || Value.isCode(word);
    }
    if (word <= 0 || word >>> 3 > words.length) {
      return false;
    }
    int index = Value.indexOf(word);
    return live.get(index) || isInfix(index);
  }

  private boolean isInfix(int index) {
    long header = words[index - 1];
    int start = index - Header.sizeWords(header);
    return Header.tag(header) == Tag.INFIX
        && start > 0
        && live.get(start)
        && Header.tag(words[start - 1]) == Tag.CLOSURE
        && index - start < Header.sizeWords(words[start - 1]);
  }

  private void checkEphemerons() {
    Set<Long> young = new HashSet<>();
    IntStack table = heap.ephemerons.young();
    for (int i = 0; i < table.size(); i += 2) {
      young.add(((long) table.get(i) << 32) | table.get(i + 1));
    }
    for (int ephemeron : heap.ephemerons.toArray()) {
      if (ephemeron < heap.youngEnd || !live.get(ephemeron) || Header.tag(words[ephemeron - 1]) != Tag.ABSTRACT) {
        throw broken("an ephemeron is " + describe(Value.ofIndex(ephemeron)));
      }
      for (int i = Ephemerons.DATA; i < Header.sizeWords(words[ephemeron - 1]); i++) {
        checkWeak(ephemeron, i, young);
      }
    }
  }

  private void checkWeak(int ephemeron, int i, Set<Long> young) {
    long word = words[ephemeron + i];
    if (word == Ephemerons.EMPTY) {
      return;
    }
    if (!isValid(word)) {
      throw broken("weak field " + i + " of block " + name(ephemeron) + " is " + describe(word));
    }
    if (heap.isYoung(word) && !young.contains(((long) ephemeron << 32) | i)) {
      throw broken("weak field " + i + " of block " + name(ephemeron) + " is young and not in the table");
    }
  }

  private void checkFinalised() {
    heap.finalisers.words().filter(word -> !isValid(word)).findFirst().ifPresent(word -> {
      throw broken("a value with a finaliser is " + describe(word));
    });
  }

  private void checkFreeLists() {
    BitSet listed = new BitSet(words.length);
    for (int c = 0; c < heap.free.classes(); c++) {
      for (int index = heap.free.first(c); index != 0; index = (int) words[index]) {
        if (!free.get(index) || listed.get(index) || FreeLists.classOf(Header.sizeWords(words[index - 1])) != c) {
          throw broken("free list " + c + " holds " + name(index) + ", which does not belong there");
        }
        listed.set(index);
      }
    }
    if (listed.cardinality() != free.cardinality()) {
      throw broken(free.cardinality() + " free blocks, " + listed.cardinality() + " of them in lists");
    }
  }

  private String describe(long word) {
    boolean isFree = Value.isBlock(word) && word > 0 && word >>> 3 < words.length && free.get(Value.indexOf(word));
    String birth = Value.isBlock(word) && word > 0 && word >>> 3 < words.length ? birth(word) : "";
    return (birth.isEmpty() ? "0x" + Long.toHexString(word) : birth) + (isFree ? ", a freed block" : ", no value");
  }

  private String birth(long block) {
    return heap.observer == null ? "" : heap.observer.birth(block);
  }

  private String name(int index) {
    String birth = birth(Value.ofIndex(index));
    return (birth.isEmpty() ? "at word " + index : birth) + (index < heap.youngEnd ? " (young)" : "") + ", tag " + Header.tag(words[index - 1]);
  }

  private static Fault broken(String detail) {
    return new Fault(Fault.Kind.HEAP_CHECK, "", detail);
  }
}
