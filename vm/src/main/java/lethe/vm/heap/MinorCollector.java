package lethe.vm.heap;

import lethe.vm.value.Header;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Empties the minor area: every young block that a root or a remembered field leads to is copied into the major area.
 *
 * <p>A block that has moved has header 0 (no young block has size 0) and its new address in field 0. A pointer to an
 * infix header moves with its block and keeps the distance. Promoted blocks wait on an explicit list for their fields
 * to be followed, so depth costs no Java stack.
 */
final class MinorCollector implements RootVisitor, Survival {
  private final Heap heap;
  private final CollectorSeams seams;
  private final IntStack unscanned = new IntStack();
  private final EphemeronRule rule;
  private int promotedBlocks;
  private long promotedWords;

  MinorCollector(Heap heap) {
    this.heap = heap;
    this.seams = heap.seams;
    rule = new EphemeronRule(this, seams);
  }

  void collect() {
    promotedBlocks = 0;
    promotedWords = 0;
    unscanned.clear();
    rule.clear();
    heap.roots.visit(this);
    heap.finalisers.promote(this, this);
    RememberedSet remembered = heap.remembered;
    for (int i = 0; i < remembered.size(); i++) {
      update(remembered.get(i));
    }
    drain();
    heap.ephemerons.considerYoung(rule);
    do {
      drain();
    } while (rule.proceed());
    heap.ephemerons.settleYoung(this);
    heap.finalisers.settleYoung(this);
    heap.followed.settleYoung(this);
  }

  private void drain() {
    while (!unscanned.isEmpty()) {
      scan(unscanned.pop());
    }
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
  public int start(long word) {
    return Value.indexOf(startOf(word));
  }

  @Override
  public boolean isAlive(long word) {
    return !heap.isYoung(word) || heap.header(startOf(word)) == 0;
  }

  @Override
  public long keep(long word) {
    return heap.isYoung(word) ? forward(word) : word;
  }

  int promotedBlocks() {
    return promotedBlocks;
  }

  long promotedWords() {
    return promotedWords;
  }

  @Override
  public long visit(Root kind, int index, long word) {
    return heap.isYoung(word) && seams.visits(kind) ? forward(word) : word;
  }

  private void scan(int index) {
    int size = Header.sizeWords(heap.words[index - 1]);
    for (int i = 0; i < size; i++) {
      if (heap.isYoung(heap.words[index + i]) && seams.promotesField(Value.ofIndex(index), i)) {
        update(index + i);
      }
    }
  }

  private void update(int fieldIndex) {
    long word = heap.words[fieldIndex];
    if (heap.isYoung(word)) {
      // Forwarding may replace the array: read the field's array again afterwards.
      long moved = forward(word);
      heap.words[fieldIndex] = moved;
    }
  }

  private long forward(long word) {
    long block = startOf(word);
    return forwardBlock(block) + (word - block);
  }

  /** The block that the young word points to or into. */
  private long startOf(long word) {
    long header = heap.header(word);
    boolean isInfix = header != 0 && Header.tag(header) == Tag.INFIX && seams.knowsInfix(word);
    return isInfix ? word - 8L * seams.infixDistanceWords(header) : word;
  }

  private long forwardBlock(long block) {
    int from = Value.indexOf(block);
    long header = heap.words[from - 1];
    if (header == 0) {
      return heap.words[from];
    }
    int size = Header.sizeWords(header);
    int to = heap.takeForPromotion(size);
    long[] words = heap.words;
    words[to - 1] = Header.withColor(header, Header.WHITE);
    System.arraycopy(words, from, words, to, size);
    long target = Value.ofIndex(to);
    words[from - 1] = 0;
    words[from] = target;
    if (Header.color(header) == Header.AWAITED) {
      rule.survived(from);
    }
    promotedBlocks++;
    promotedWords += size + 1;
    if (Header.tag(header) < Tag.NO_SCAN) {
      unscanned.push(to);
    }
    if (heap.observer != null) {
      heap.observer.moved(block, target);
    }
    return target;
  }
}
