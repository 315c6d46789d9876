package lethe.harness.change;

/** Numbers the lines of two traces so that equal lines, names and all, have equal numbers: a hash table of line numbers. */
final class LineNumbers {
  private final TraceLines left;
  private final TraceLines right;
  private final int[] table;

  private LineNumbers(TraceLines left, TraceLines right) {
    this.left = left;
    this.right = right;
    table = new int[Integer.highestOneBit(Math.max(1, left.size() + right.size())) * 4];
  }

  /** The numbers of the left lines and of the right ones. */
  static int[][] of(TraceLines left, TraceLines right) {
    LineNumbers numbers = new LineNumbers(left, right);
    int[][] of = {new int[left.size()], new int[right.size()]};
    for (int i = 0; i < left.size(); i++) {
      of[0][i] = numbers.number(i);
    }
    for (int i = 0; i < right.size(); i++) {
      of[1][i] = numbers.number(left.size() + i);
    }
    return of;
  }

  /** The first line that is equal, counted over both sides from 1. */
  private int number(int line) {
    int slot = hash(line) & (table.length - 1);
    while (table[slot] != 0 && !isEqual(table[slot] - 1, line)) {
      slot = (slot + 1) & (table.length - 1);
    }
    if (table[slot] == 0) {
      table[slot] = line + 1;
    }
    return table[slot];
  }

  private TraceLines side(int line) {
    return line < left.size() ? left : right;
  }

  private int place(int line) {
    return line < left.size() ? line : line - left.size();
  }

  private int hash(int line) {
    TraceLines side = side(line);
    int at = place(line);
    int hash = side.shape(at);
    for (int i = 0; i < side.nameCount(at); i++) {
      hash = 31 * hash + Long.hashCode(side.name(at, i) * 0x9e3779b97f4a7c15L);
    }
    return hash ^ (hash >>> 15);
  }

  private boolean isEqual(int a, int b) {
    TraceLines sideA = side(a);
    TraceLines sideB = side(b);
    int atA = place(a);
    int atB = place(b);
    if (sideA.shape(atA) != sideB.shape(atB)) {
      return false;
    }
    for (int i = 0; i < sideA.nameCount(atA); i++) {
      if (sideA.name(atA, i) != sideB.name(atB, i)) {
        return false;
      }
    }
    return true;
  }
}
