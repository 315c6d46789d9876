package lethe.vm.heap;

import java.util.Arrays;
import java.util.function.LongConsumer;
import lethe.vm.value.Header;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Mark and sweep of the major area, run with an empty minor area; blocks do not move.
 *
 * <p>Between collections every major block is white, or blue if free; atoms are black for ever. A block that an ephemeron
 * waits for is grey instead of white. Marking makes a block black once and puts it on an explicit stack, from which its fields are followed, so depth costs no Java stack. The
 * sweep goes over the area once from low to high: black becomes white, white is freed, and neighbouring free words are
 * joined into one free block.
 */
final class MajorCollector implements RootVisitor, Marker, Survival {
  private final Heap heap;
  private final CollectorSeams seams;
  private final IntStack grey = new IntStack();
  private final EphemeronRule rule;
  private boolean reportsAddresses;
  private long examinedWords;
  private long lookUps;
  private long liveWords;
  private int freedBlocks;
  private long freedWords;

  MajorCollector(Heap heap) {
    this.heap = heap;
    this.seams = heap.seams;
    rule = new EphemeronRule(this, seams);
  }

  void collect() {
    grey.clear();
    rule.clear();
    examinedWords = 0;
    lookUps = 0;
    CodeReferences code = heap.code;
    reportsAddresses = code != null && code.wantsAddresses();
    if (code != null) {
      code.roots(this);
    }
    heap.visitRoots(this);
    drain();
    heap.ephemerons.considerAll(rule);
    complete();
    heap.finalisers.keepDue(this);
    complete();
    heap.ephemerons.settleAll(this);
    heap.finalisers.settleAll(this);
    heap.followed.settleAll(this);
    if (code != null) {
      code.marked(this);
      drain();
    }
    sweep();
  }

  /** Follows everything marked, ephemerons too. */
  private void complete() {
    do {
      drain();
    } while (rule.proceed());
  }

  /** Words that this marking has read; {@link GcCounts#examinedWords} says which. */
  long examinedWords() {
    return examinedWords;
  }

  long lookUps() {
    return lookUps;
  }

  long liveWords() {
    return liveWords;
  }

  int freedBlocks() {
    return freedBlocks;
  }

  long freedWords() {
    return freedWords;
  }

  @Override
  public long visit(Root kind, int index, long word) {
    examinedWords++;
    if (seams.visits(kind)) {
      if (Value.isBlock(word)) {
        mark(word);
      } else if (Value.isCode(word) && kind.holdsCode()) {
        report(word);
      }
    }
    return word;
  }

  @Override
  public void mark(long word) {
    if (Value.isBlock(word)) {
      int index = start(word);
      if (blacken(index)) {
        grey.push(index);
      }
    }
  }

  @Override
  public void markWithoutFields(long block) {
    blacken(start(block));
  }

  @Override
  public boolean isMarked(long block) {
    return Header.color(heap.words[start(block) - 1]) == Header.BLACK;
  }

  @Override
  public long[] words() {
    return heap.words;
  }

  @Override
  public void await(int block) {
    heap.words[block - 1] = Header.withColor(heap.words[block - 1], Header.AWAITED);
  }

  @Override
  public boolean isAlive(long word) {
    return !Value.isBlock(word) || isMarked(word);
  }

  @Override
  public long keep(long word) {
    mark(word);
    return word;
  }

  @Override
  public int start(long word) {
    int index = Value.indexOf(word);
    long header = heap.words[index - 1];
    if (Header.tag(header) == Tag.INFIX && seams.knowsInfix(word)) {
      return index - seams.infixDistanceWords(header);
    }
    return index;
  }

  /** Returns whether the block was not marked yet. A blue one is left to the verifier. */
  private boolean blacken(int index) {
    long header = heap.words[index - 1];
    examinedWords++;
    int color = Header.color(header);
    if (color == Header.AWAITED) {
      rule.survived(index);
    } else if (color != Header.WHITE) {
      return false;
    }
    heap.words[index - 1] = Header.withColor(header, Header.BLACK);
    return true;
  }

  private void drain() {
    while (!grey.isEmpty()) {
      scan(grey.pop());
    }
  }

  private void scan(int index) {
    long header = heap.words[index - 1];
    int tag = Header.tag(header);
    examinedWords++;
    if (tag >= Tag.NO_SCAN) {
      scanCustom(index, tag);
      return;
    }
    if (tag == Tag.CLOSURE && reportsAddresses) {
      scanCode(index, Header.sizeWords(header));
    }
    long[] words = heap.words;
    int size = Header.sizeWords(header);
    examinedWords += size;
    for (int i = 0; i < size; i++) {
      long word = words[index + i];
      if (Value.isBlock(word) && seams.marksField(Value.ofIndex(index), i)) {
        mark(word);
      }
    }
  }

  private void scanCustom(int index, int tag) {
    if (tag == Tag.CUSTOM && heap.code != null && heap.words[index] == CustomKind.CODE_HANDLE.word()) {
      long handle = Value.ofIndex(index);
      if (seams.callsHandle(handle)) {
        heap.code.handle(handle, this);
      }
    }
  }

  /** Reports the code fields of a closure block: the code addresses before its environment. */
  private void scanCode(int index, int sizeWords) {
    int end = sizeWords < 2 ? index : index + ClosureLayout.environmentStart(sizeWords, heap.words[index + 1]);
    for (int at = index; at < end; at++) {
      if (Value.isCode(heap.words[at])) {
        report(heap.words[at]);
      }
    }
  }

  private void report(long codeAddress) {
    if (reportsAddresses && seams.reportsAddress(codeAddress)) {
      lookUps++;
      heap.code.address(codeAddress, this);
    }
  }

  private void sweep() {
    liveWords = 0;
    freedBlocks = 0;
    freedWords = 0;
    heap.free.clear();
    long[] words = heap.words;
    int runStart = 0;
    int at = heap.firstMajorIndex();
    while (at < words.length) {
      long header = words[at];
      int total = Header.sizeWords(header) + 1;
      if (survives(at, header)) {
        words[at] = Header.withColor(header, Header.WHITE);
        liveWords += total;
        release(runStart, at);
        runStart = 0;
      } else {
        if (Header.color(header) != Header.BLUE) {
          freedBlocks++;
          freedWords += total;
          announce(at, header);
        }
        runStart = runStart == 0 ? at : runStart;
      }
      at += total;
    }
    release(runStart, words.length);
  }

  /** A custom block may own something outside the heap. */
  private void announce(int headerIndex, long header) {
    if (Header.tag(header) == Tag.CUSTOM) {
      LongConsumer action = heap.freedActions.get(heap.words[headerIndex + 1]);
      if (action != null) {
        action.accept(heap.words[headerIndex + 2]);
      }
    }
  }

  private boolean survives(int headerIndex, long header) {
    int color = Header.color(header);
    return color == Header.BLACK || (color != Header.BLUE && !seams.sweeps(Value.ofIndex(headerIndex + 1)));
  }

  /** Makes the words from {@code from} (0 for none) to {@code to} one free block. */
  private void release(int from, int to) {
    if (from != 0) {
      if (heap.options.check()) {
        Arrays.fill(heap.words, from, to, 0);
      }
      heap.free.append(heap.words, from, to - from);
    }
  }
}
