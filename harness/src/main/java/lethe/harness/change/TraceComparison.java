package lethe.harness.change;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import lethe.vm.trace.EventKind;

/** Two traces, aligned line by line, with what is known by another name in each. */
final class TraceComparison implements Comparison {
  private final TraceLines approved;
  private final TraceLines received;

  /** The received lines with the names of the approved ones. */
  private TraceLines translated;

  private Renaming renaming;
  private Alignment alignment;

  /** Of a right line: the left line that it is, at another place. */
  private final Map<Integer, Integer> moved = new HashMap<>();

  private final Map<Integer, Integer> movedTo = new HashMap<>();

  /** Of a line of the received trace, from 1, and a root in it: what kind it is, if anybody knows. */
  private final BiFunction<Integer, String, Optional<String>> roots;

  TraceComparison(TraceLines approved, TraceLines received, BiFunction<Integer, String, Optional<String>> roots) {
    this.approved = approved;
    this.received = received;
    this.roots = roots;
    Alignment births = Aligner.align(approved.countless(), received.countless());
    Aligner.refine(births, approved.topics(), received.topics());
    match(births);
    if (Twins.exchange(approved, received, births, alignment)) {
      match(births);
    }
  }

  /** Learns the names from the births, and aligns whole lines. */
  private void match(Alignment births) {
    renaming = Renaming.learn(approved, received, births);
    translated = received.renamed(renaming::approved);
    int[][] numbers = LineNumbers.of(approved, translated);
    alignment = Aligner.align(numbers[0], numbers[1]);
    moved.clear();
    movedTo.clear();
    findMoved(numbers[0], numbers[1]);
    int[] leftTopics = approved.topics();
    int[] rightTopics = received.topics();
    // What has moved is no version of what stands there now: numbers that nothing else has.
    movedTo.keySet().forEach(left -> leftTopics[left] = -1 - left);
    moved.keySet().forEach(right -> rightTopics[right] = -1 - leftTopics.length - right);
    Aligner.refine(alignment, leftTopics, rightTopics);
  }

  private void findMoved(int[] left, int[] right) {
    Map<Integer, Deque<Integer>> gone = new HashMap<>();
    for (int i = 0; i < left.length; i++) {
      if (alignment.rightOf(i) == Alignment.NONE && mayMove(approved.kind(i))) {
        gone.computeIfAbsent(left[i], number -> new ArrayDeque<>()).add(i);
      }
    }
    for (int j = 0; j < right.length && !gone.isEmpty(); j++) {
      if (alignment.leftOf(j) == Alignment.NONE) {
        Deque<Integer> from = gone.get(right[j]);
        if (from != null && !from.isEmpty()) {
          moved.put(j, from.peek());
          movedTo.put(from.poll(), j);
        }
      }
    }
  }

  /** Two collections that sweep the same are two all the same. */
  private static boolean mayMove(EventKind kind) {
    return kind != EventKind.GC && kind != EventKind.SWEPT;
  }

  TraceLines approved() {
    return approved;
  }

  TraceLines received() {
    return received;
  }

  /** The received lines with the names of the approved ones. */
  TraceLines translated() {
    return translated;
  }

  /** A root in a received line, from 0, with its kind if that is known: {@code a trap frame (stack 3)}. */
  String root(int right, String root) {
    return roots.apply(right + 1, root).map(kind -> kind + " (" + root + ")").orElse(root);
  }

  Renaming renaming() {
    return renaming;
  }

  /** Where the approved line of a received one stood, or {@link Alignment#NONE}. */
  int movedFrom(int right) {
    return moved.getOrDefault(right, Alignment.NONE);
  }

  /** Where the received line of an approved one stands now, or {@link Alignment#NONE}. */
  int movedTo(int left) {
    return movedTo.getOrDefault(left, Alignment.NONE);
  }

  /** Tells all rows; of a stretch without pairs, what was removed comes first. */
  void rows(Rows rows) {
    int left = 0;
    int right = 0;
    while (left < alignment.leftSize() || right < alignment.rightSize()) {
      if (left < alignment.leftSize() && alignment.rightOf(left) == Alignment.NONE) {
        rows.row(RowKind.REMOVED, left++, Alignment.NONE);
      } else if (right < alignment.rightSize() && alignment.leftOf(right) == Alignment.NONE) {
        rows.row(RowKind.ADDED, Alignment.NONE, right++);
      } else {
        rows.row(pair(left, right), left++, right++);
      }
    }
  }

  private RowKind pair(int left, int right) {
    if (!isSame(translated, left, right)) {
      return RowKind.CHANGED;
    }
    return isSame(received, left, right) ? RowKind.SAME : RowKind.RENAMED;
  }

  private boolean isSame(TraceLines right, int leftLine, int rightLine) {
    if (approved.shape(leftLine) != right.shape(rightLine)) {
      return false;
    }
    for (int i = 0; i < approved.nameCount(leftLine); i++) {
      if (approved.name(leftLine, i) != right.name(rightLine, i)) {
        return false;
      }
    }
    return true;
  }

  /** How many full collections have started before each line of a trace. */
  static int[] collections(TraceLines lines) {
    int[] before = new int[lines.size()];
    int count = 0;
    for (int i = 0; i < before.length; i++) {
      before[i] = count;
      count += isFull(lines, i) ? 1 : 0;
    }
    return before;
  }

  private static boolean isFull(TraceLines lines, int line) {
    return lines.kind(line) == EventKind.GC && lines.line(line).startsWith("{\"gc\":\"full\"");
  }

  @Override
  public List<Change> changes() {
    return new TraceWords(this).changes();
  }

  @Override
  public List<DiffLine> lines(View view) {
    Folding folding = new Folding(view, approved::line, received::line, this::note, this::heading);
    rows(folding);
    return folding.lines();
  }

  private String note(int left, int right) {
    if (right == Alignment.NONE) {
      int to = movedTo(left);
      return to == Alignment.NONE ? "" : "moved to line " + (to + 1);
    }
    int from = left == Alignment.NONE ? movedFrom(right) : Alignment.NONE;
    return from == Alignment.NONE ? "" : "moved here from line " + (from + 1);
  }

  /** Of a line that opens or ends a section, its title or nothing. */
  private String heading(int right) {
    return switch (received.kind(right)) {
      case GC, LOAD, CALL -> received.line(right);
      case SWEPT, READY -> "";
      default -> null;
    };
  }
}
