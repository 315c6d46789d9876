package lethe.vm.heap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import lethe.vm.value.Header;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Shortest paths from the roots to every block of a snapshot, by one breadth-first search. Among paths of the same
 * length the one from the earlier root wins (extra roots come last), then the one through the lower field. Paths through
 * the data of an ephemeron, and those from a value that only its finaliser keeps, are taken for what has no other.
 */
public final class Paths {
  private static final int NOT_REACHED = 0;
  private static final int FROM_ROOT = -1;

  private final HeapSnapshot snapshot;
  private final ExtraEdges extra;
  private final List<RootEntry> roots = new ArrayList<>();
  /** By index of field 0: the index of the block before on the path. */
  private final int[] previous;
  /** How it got there; null for what was not reached. */
  private final WhyPath.Via[] via;
  /** The field or slot; the index into the roots for a block that a root refers to. */
  private final int[] number;

  private final IntStack queue = new IntStack();
  private final EphemeronRule rule = new EphemeronRule(new Reached(), new CollectorSeams());
  private int expanded;

  public Paths(HeapSnapshot snapshot, ExtraEdges extra) {
    this.snapshot = snapshot;
    this.extra = extra;
    previous = new int[snapshot.heapWords() + 1];
    via = new WhyPath.Via[previous.length];
    number = new int[previous.length];
    startAtRoots();
    expandAll();
    snapshot.ephemerons().forEach(e -> rule.consider(Value.indexOf(e)));
    complete();
    snapshot.finalised().forEach(word -> startAt(new RootEntry(Root.FINALISED, 0, word), word));
    complete();
  }

  private void complete() {
    do {
      expandAll();
    } while (rule.proceed());
  }

  private void expandAll() {
    while (expanded < queue.size()) {
      expand(queue.get(expanded++));
    }
  }

  /** What has been reached, as the ephemeron rule sees it. */
  private final class Reached implements Survival {
    @Override
    public long[] words() {
      return snapshot.words();
    }

    @Override
    public boolean isAlive(long word) {
      return !Value.isBlock(word) || snapshot.isAtom(word) || previous[start(word)] != NOT_REACHED;
    }

    @Override
    public long keep(long word) {
      throw new IllegalStateException("a search of paths keeps nothing but data");
    }

    @Override
    public void keepData(int ephemeron) {
      reach(snapshot.words()[ephemeron + Ephemerons.DATA], ephemeron, WhyPath.Via.DATA, Ephemerons.DATA);
    }

    @Override
    public void await(int block) {
      // Every block that is reached is told to the rule, so there is nothing to note.
    }

    @Override
    public int start(long word) {
      return Value.indexOf(snapshot.blockOf(word));
    }
  }

  /** The path to a block, or to the block around an infix closure; empty if it is not reachable. */
  public Optional<WhyPath> to(long address) {
    int index = Value.indexOf(snapshot.blockOf(address));
    if (!reaches(address)) {
      return Optional.empty();
    }
    List<WhyPath.Step> steps = new ArrayList<>();
    while (previous[index] != FROM_ROOT) {
      int before = previous[index];
      steps.add(new WhyPath.Step(Value.ofIndex(before), via[index], number[index]));
      index = before;
    }
    Collections.reverse(steps);
    return Optional.of(new WhyPath(roots.get(number[index]), steps));
  }

  /** Does a path lead to the block, or to the block around an infix closure? */
  public boolean reaches(long address) {
    return previous[Value.indexOf(snapshot.blockOf(address))] != NOT_REACHED;
  }

  private void startAtRoots() {
    for (RootEntry root : snapshot.roots()) {
      startAt(root, root.kind().holdsCode() && Value.isCode(root.word()) ? extra.owner(root.word()) : root.word());
    }
    extra.roots((slot, word) -> startAt(new RootEntry(Root.GLOBAL, slot, word), word));
  }

  private void startAt(RootEntry root, long word) {
    roots.add(root);
    reach(word, FROM_ROOT, WhyPath.Via.FIELD, roots.size() - 1);
  }

  private void reach(long word, int from, WhyPath.Via how, int which) {
    if (Value.isBlock(word)) {
      int index = Value.indexOf(snapshot.blockOf(word));
      if (previous[index] == NOT_REACHED) {
        previous[index] = from;
        via[index] = how;
        number[index] = which;
        queue.push(index);
        rule.survived(index);
      }
    }
  }

  private void expand(int index) {
    long block = Value.ofIndex(index);
    long header = snapshot.header(block);
    int tag = Header.tag(header);
    if (tag >= Tag.NO_SCAN) {
      if (tag == Tag.CUSTOM && snapshot.field(block, 0) == CustomKind.CODE_HANDLE.word()) {
        extra.children(block, (slot, word) -> reach(word, index, WhyPath.Via.SLOT, slot));
      }
      return;
    }
    int size = Header.sizeWords(header);
    if (size == 0 || !extra.followsFields(block)) {
      return;
    }
    int codeEnd = tag == Tag.CLOSURE && size > 1 ? ClosureLayout.environmentStart(size, snapshot.field(block, 1)) : 0;
    for (int i = 0; i < size; i++) {
      long word = snapshot.field(block, i);
      if (i < codeEnd && Value.isCode(word)) {
        reach(extra.owner(word), index, WhyPath.Via.CODE, i);
      } else {
        reach(word, index, WhyPath.Via.FIELD, i);
      }
    }
  }
}
