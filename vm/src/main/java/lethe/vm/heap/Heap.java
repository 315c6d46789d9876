package lethe.vm.heap;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import lethe.vm.value.Header;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * The heap: one array of tagged words, which grows by being copied. Index 0 is unused; then the minor area, filled from
 * its high end downward; then the 256 zero-size blocks (atoms); then the major area. A block's address is 8 times the
 * index of its field 0. An address is valid until the next collection; only major blocks keep theirs for life.
 *
 * <p>The low {@value #MAX_YOUNG_WORDS} + 1 words of the minor area are a reserve: the area is due for collection as
 * soon as the pointer enters it, so after a poll that found nothing due the next small allocation fits, and
 * {@link #hasYoungRoom} needs no arithmetic. Whether a collection is due is the same with and without forced polls.
 *
 * <p>All methods named {@code allocate…} and {@link #string} never collect.
 *
 * <p>Nothing outside this package sees the array: whoever reads a word of a block does it through {@link #field}, {@link #wordAt},
 * {@link #doubleField}, {@link #header}, {@link #byteAt}, {@link #bytes(long, int, int)} or {@link #copyBytes}. These are the methods
 * that a heap which counts reads overrides; the collector reads the array itself.
 */
public class Heap {
  /** The largest block allocated in the minor area (config.h, Max_young_wosize), in words without the header. */
  public static final int MAX_YOUNG_WORDS = 256;

  private static final int YOUNG_START = 1;
  private static final int RESERVE_WORDS = MAX_YOUNG_WORDS + 1;
  private static final int ATOMS = 256;
  private static final int ALWAYS = Integer.MAX_VALUE;

  final HeapOptions options;
  final CollectorSeams seams;
  final FreeLists free = new FreeLists();
  final RememberedSet remembered = new RememberedSet();
  final Ephemerons ephemerons = new Ephemerons(this);
  final Finalisers finalisers = new Finalisers(this);
  final FollowedValues followed = new FollowedValues(this);
  /** One past the minor area: the index of atom 0's header. */
  final int youngEnd;

  /** Every block below this address is in the minor area. */
  final long majorStart;

  final Pacing pacing;
  long[] words;
  /** Index of the header of the block allocated last in the minor area. */
  int youngNext;

  Roots roots = visitor -> {};
  CodeReferences code;
  HeapObserver observer;

  /** By the word of their kind: what is done about custom blocks that a full collection frees. */
  final Map<Long, LongConsumer> freedActions = new HashMap<>();

  private final GcCounts counts = new GcCounts();
  private final Collector collector;
  /** Below this a poll takes the slow way. */
  private int youngLimit;

  /** Once the pointer is below this, the minor area is used up. */
  private int youngDue = YOUNG_START + RESERVE_WORDS;

  private boolean pollsForced;
  private boolean minorRequested;
  private boolean fullRequested;
  private boolean actionRequested;

  public Heap(HeapOptions options, CollectorSeams seams) {
    this.options = options;
    this.seams = seams;
    youngEnd = YOUNG_START + RESERVE_WORDS + options.minorWords();
    majorStart = Value.ofIndex(youngEnd);
    words = new long[firstMajorIndex() + options.majorWords()];
    for (int tag = 0; tag < ATOMS; tag++) {
      words[youngEnd + tag] = Header.of(0, Header.BLACK, tag);
    }
    free.append(words, firstMajorIndex(), options.majorWords());
    youngNext = youngEnd;
    pacing = new Pacing(options.majorWords(), options.maxWords());
    collector = new Collector(this);
    updateLimit();
  }

  public Heap(HeapOptions options) {
    this(options, new CollectorSeams());
  }

  /** Words that a heap needs apart from its major area. */
  static long leastWords(int minorWords) {
    return (long) YOUNG_START + RESERVE_WORDS + minorWords + ATOMS;
  }

  /** Index of the first header of the major area. */
  final int firstMajorIndex() {
    return youngEnd + ATOMS;
  }

  // Polls.

  /** Must the next safepoint take the slow way ({@link #collectIfDue}, and whatever a schedule or trace adds)? */
  public final boolean pollRequested() {
    return youngNext < youngLimit;
  }

  /** While on, every poll takes the slow way and {@link #hasYoungRoom} is false. */
  public final void forcePolls(boolean on) {
    pollsForced = on;
    updateLimit();
  }

  public final boolean pollsForced() {
    return pollsForced;
  }

  /** Would {@link #collectIfDue} collect? */
  public final boolean isCollectionDue() {
    return isMinorDue() || fullRequested;
  }

  private boolean isMinorDue() {
    return minorRequested || youngNext < youngDue;
  }

  private void updateLimit() {
    youngLimit = pollsForced || minorRequested || fullRequested || actionRequested ? ALWAYS : youngDue;
  }

  /** The next poll takes the slow way: the machine has something to do besides collections. */
  public final void requestAction() {
    actionRequested = true;
    updateLimit();
  }

  public final boolean isActionRequested() {
    return actionRequested;
  }

  /** What was requested is being done. */
  public final void actionTaken() {
    actionRequested = false;
    updateLimit();
  }

  private void requestMinor() {
    minorRequested = true;
    updateLimit();
  }

  private void entered(int sizeWords) {
    if (pacing.entered(sizeWords)) {
      fullRequested = true;
      updateLimit();
    }
  }

  // Allocation.

  /** May {@link #allocateYoung} be called for a block of that size? Never while polls are forced. */
  public final boolean hasYoungRoom(int sizeWords) {
    return sizeWords <= MAX_YOUNG_WORDS && youngNext >= youngLimit;
  }

  /**
   * Allocates 1 to 256 words in the minor area, right after {@link #hasYoungRoom} or {@link #collectIfDue}. The caller
   * fills all fields at once with {@link #init}: until then they hold rubbish.
   */
  public final long allocateYoung(int sizeWords, int tag) {
    int next = youngNext - sizeWords - 1;
    youngNext = next;
    words[next] = ((long) sizeWords << 10) | tag;
    long block = Value.ofIndex(next + 1);
    if (observer != null) {
      observer.allocated(block);
    }
    return block;
  }

  /**
   * Allocates a block of any size: the atom for 0, in the minor area if it is small and fits, else in the major area.
   * Fields are unit, or zero bytes for tags from {@link Tag#NO_SCAN} on.
   */
  public final long allocate(int sizeWords, int tag) {
    if (sizeWords > MAX_YOUNG_WORDS || sizeWords == 0) {
      return allocateMajor(sizeWords, tag);
    }
    if (youngNext - sizeWords - 1 < YOUNG_START) {
      requestMinor();
      return allocateMajor(sizeWords, tag);
    }
    long block = allocateYoung(sizeWords, tag);
    fill(block, sizeWords, tag);
    return block;
  }

  /** As {@link #allocate}, but always in the major area, where a block never moves. */
  public final long allocateMajor(int sizeWords, int tag) {
    if (sizeWords == 0) {
      return atom(tag);
    }
    int index = free.take(words, sizeWords);
    if (index == 0) {
      grow(sizeWords, options.maxWords());
      index = free.take(words, sizeWords);
    }
    words[index - 1] = Header.of(sizeWords, Header.WHITE, tag);
    counts.allocatedMajorWords += sizeWords + 1;
    entered(sizeWords + 1);
    long block = Value.ofIndex(index);
    fill(block, sizeWords, tag);
    if (observer != null) {
      observer.allocated(block);
    }
    return block;
  }

  /**
   * Room in the major area for a block to be promoted: the index of its field 0. The size limit is not asked here,
   * since a collection cannot stop halfway; {@link #collectIfDue} answers for it afterwards.
   */
  final int takeForPromotion(int sizeWords) {
    int index = free.take(words, sizeWords);
    if (index == 0) {
      grow(sizeWords, Integer.MAX_VALUE - 8);
      index = free.take(words, sizeWords);
    }
    entered(sizeWords + 1);
    return index;
  }

  private void fill(long block, int sizeWords, int tag) {
    int index = Value.indexOf(block);
    Arrays.fill(words, index, index + sizeWords, tag >= Tag.NO_SCAN ? 0 : Value.UNIT);
  }

  private void grow(int sizeWords, int maxLength) {
    int length = words.length;
    long needed = sizeWords + 1L;
    if (length + needed > maxLength) {
      throw new HeapExhausted(length + needed, maxLength);
    }
    long wanted = Math.max(needed, Math.max(options.majorWords(), (length - firstMajorIndex()) / 4));
    int newLength = (int) Math.min(length + wanted, maxLength);
    words = Arrays.copyOf(words, newLength);
    free.append(words, length, newLength - length);
  }

  public final long atom(int tag) {
    return Value.ofIndex(youngEnd + tag + 1);
  }

  // Fields.

  public final boolean isYoung(long word) {
    return (word & 7) == 0 && word < majorStart;
  }

  public long field(long block, int i) {
    return words[(int) (block >>> 3) + i];
  }

  /** Stores into a block allocated since the last collection, whose field holds nothing that matters. */
  public final void init(long block, int i, long value) {
    int at = (int) (block >>> 3) + i;
    words[at] = value;
    if (block >= majorStart && isYoung(value)) {
      barrier(block, at, Value.UNIT, value);
    }
  }

  /** Stores with the write barrier (memory.c, caml_modify). */
  public final void setField(long block, int i, long value) {
    int at = (int) (block >>> 3) + i;
    long old = words[at];
    words[at] = value;
    Barrier decision = block >= majorStart && isYoung(value) ? barrier(block, at, old, value) : Barrier.NONE;
    if (observer != null) {
      observer.stored(block, i, value, decision);
    }
  }

  private Barrier barrier(long block, int fieldIndex, long old, long value) {
    if (isYoung(old)) {
      return Barrier.ALREADY;
    }
    if (!seams.remembers(block, value)) {
      return Barrier.NONE;
    }
    remembered.add(fieldIndex);
    if (remembered.size() == options.minorWords()) {
      requestMinor();
    }
    return Barrier.REMEMBERED;
  }

  /** A word of the block as it stands, for bytes and for words that are no values. */
  public long wordAt(long block, int i) {
    return words[(int) (block >>> 3) + i];
  }

  /** Stores a word that is no pointer. */
  public final void setWordAt(long block, int i, long word) {
    words[(int) (block >>> 3) + i] = word;
  }

  public double doubleField(long block, int i) {
    return Double.longBitsToDouble(words[(int) (block >>> 3) + i]);
  }

  public final void setDoubleField(long block, int i, double value) {
    words[(int) (block >>> 3) + i] = Double.doubleToRawLongBits(value);
  }

  // Headers.

  public long header(long block) {
    return words[(int) (block >>> 3) - 1];
  }

  public final int sizeWords(long block) {
    return Header.sizeWords(header(block));
  }

  public final int tag(long block) {
    return (int) header(block) & 0xFF;
  }

  public final void setTag(long block, int tag) {
    int at = Value.indexOf(block) - 1;
    words[at] = Header.withTag(words[at], tag);
  }

  /**
   * Cuts the block's last fields off (obj.c, caml_obj_truncate); {@code sizeWords} is at least 1 and less than its
   * size. They become a block that nothing refers to.
   */
  public final void truncate(long block, int sizeWords) {
    int index = Value.indexOf(block);
    long header = words[index - 1];
    int cut = Header.sizeWords(header) - sizeWords;
    Arrays.fill(words, index + sizeWords, index + sizeWords + cut, Value.UNIT);
    words[index + sizeWords] = Header.of(cut - 1, Header.WHITE, Tag.ABSTRACT);
    words[index - 1] = Header.of(sizeWords, Header.color(header), Header.tag(header));
  }

  // Bytes.

  public int byteAt(long block, int i) {
    return HeapBytes.get(words, (int) (block >>> 3), i);
  }

  public final void setByteAt(long block, int i, int value) {
    HeapBytes.set(words, (int) (block >>> 3), i, value);
  }

  /** Length of a string or bytes: its last byte tells how many bytes of the last word do not count, less one. */
  public final int byteLength(long string) {
    int last = sizeWords(string) * 8 - 1;
    return last - byteAt(string, last);
  }

  /** A string of zero bytes with its padding right. */
  public final long allocateBytes(int lengthBytes) {
    int sizeWords = lengthBytes / 8 + 1;
    long string = allocate(sizeWords, Tag.STRING);
    setByteAt(string, sizeWords * 8 - 1, sizeWords * 8 - 1 - lengthBytes);
    return string;
  }

  public final long string(byte[] bytes) {
    long string = allocateBytes(bytes.length);
    HeapBytes.fromJava(bytes, 0, words, Value.indexOf(string), bytes.length);
    return string;
  }

  public final byte[] bytes(long string) {
    return bytes(string, 0, byteLength(string));
  }

  public byte[] bytes(long block, int from, int lengthBytes) {
    return HeapBytes.toJava(words, Value.indexOf(block), from, lengthBytes);
  }

  /** Copies bytes between blocks or within one; they may overlap. Indices count from byte 0 of field 0. */
  public void copyBytes(long fromBlock, int from, long toBlock, int to, int lengthBytes) {
    HeapBytes.move(words, Value.indexOf(fromBlock), from, Value.indexOf(toBlock), to, lengthBytes);
  }

  // Collector.

  /** Empties the minor area. */
  public void collectMinor(GcCause cause) {
    collector.minor(cause);
  }

  /** Empties the minor area, then marks and sweeps the major area. */
  public void collectFull(GcCause cause) {
    collector.full(cause);
  }

  /**
   * Collects what is due: the minor area if it is used up, then the major area if the pacing says so.
   *
   * @throws HeapExhausted when promotion has brought the heap over its size limit and a full collection does not help
   */
  public void collectIfDue() {
    if (!isCollectionDue()) {
      return;
    }
    if (isMinorDue()) {
      collectMinor(GcCause.MINOR_FULL);
    }
    if (fullRequested) {
      collectFull(GcCause.PACING);
    }
    collector.checkLimit();
  }

  /**
   * Uses no more than that many words of the minor area from now on, which is emptied first. More than the heap was made with
   * is the same as that.
   */
  public final void setMinorWords(int words, GcCause cause) {
    if (youngNext < youngEnd) {
      collectMinor(cause);
    }
    youngDue = youngEnd - Math.min(words, options.minorWords());
    updateLimit();
  }

  /** Words that may still be allocated in the minor area before it is used up. */
  public final int minorFreeWords() {
    return Math.max(0, youngNext - youngDue);
  }

  /** How much of the major area may be garbage or free before a full collection is due, in percent of what is alive. */
  public final void setSpaceOverhead(int percent) {
    pacing.setOverheadPercent(percent);
  }

  /** Words of the major area, free ones too; it never shrinks. */
  public final int majorAreaWords() {
    return words.length - firstMajorIndex();
  }

  /** Walks over the major area. */
  public final HeapStatistics statistics() {
    return HeapStatistics.of(this);
  }

  /** A collection emptied the minor area. */
  final void minorEmptied() {
    counts.allocatedMinorWords += youngEnd - youngNext;
    youngNext = youngEnd;
    remembered.clear();
    minorRequested = false;
    updateLimit();
  }

  /** A full collection ended. */
  final void fullEnded(long liveWords) {
    pacing.restart(liveWords);
    fullRequested = false;
    updateLimit();
  }

  /** So many words were taken outside the heap (code, big arrays): they count in the pacing as if allocated here. */
  public final void wordsOutside(int sizeWords) {
    entered(sizeWords);
  }

  /**
   * What is done with word 1 of each custom block of that kind when a full collection frees it; those alive at
   * the end are never announced. It must not touch the heap.
   */
  public final void whenFreed(CustomKind kind, LongConsumer action) {
    freedActions.put(kind.word(), action);
  }

  /** What the machine itself consists of is in place: it is made old, and the counts start here. */
  public final void started() {
    collector.minor(GcCause.HOST);
    counts.restart();
  }

  public final Ephemerons ephemerons() {
    return ephemerons;
  }

  public final Finalisers finalisers() {
    return finalisers;
  }

  public final FollowedValues followed() {
    return followed;
  }

  /** Shows every root: those outside the heap, and the functions of finalisers. */
  final void visitRoots(RootVisitor visitor) {
    roots.visit(visitor);
    finalisers.visit(visitor);
  }

  /** Exact counts since the start. */
  public final GcCounts counts() {
    counts.youngWords = (long) youngEnd - youngNext;
    counts.heapWords = words.length;
    return counts;
  }

  /** A copy of the heap and its roots, for looking at while the machine goes on. */
  public final HeapSnapshot snapshot() {
    return new HeapSnapshot(this);
  }

  public final HeapOptions options() {
    return options;
  }

  public final void setRoots(Roots roots) {
    this.roots = roots;
  }

  public final void setCode(CodeReferences code) {
    this.code = code;
  }

  /** Null if there is none. */
  public final HeapObserver observer() {
    return observer;
  }

  /** Null for none. */
  public final void setObserver(HeapObserver observer) {
    this.observer = observer;
  }
}
