package lethe.harness.cli;

import java.util.ArrayList;
import java.util.List;

/** Two texts, line by line: what is common, what only the first has ({@code -}), what only the second ({@code +}). */
final class LineDiff {
  private static final int CONTEXT_LINES = 3;

  private record Marked(char mark, String text) {}

  private LineDiff() {}

  /** The lines that differ with three lines around them; a line {@code …} stands for what is left out. */
  static List<String> of(List<String> left, List<String> right) {
    List<Marked> all = aligned(left, right);
    List<String> shown = new ArrayList<>();
    int last = -1;
    for (int i = 0; i < all.size(); i++) {
      if (isNearChange(all, i)) {
        if (i > last + 1) {
          shown.add("…");
        }
        shown.add(all.get(i).mark() + " " + all.get(i).text());
        last = i;
      }
    }
    return shown;
  }

  private static boolean isNearChange(List<Marked> lines, int at) {
    for (int i = Math.max(0, at - CONTEXT_LINES); i <= Math.min(lines.size() - 1, at + CONTEXT_LINES); i++) {
      if (lines.get(i).mark() != ' ') {
        return true;
      }
    }
    return false;
  }

  private static List<Marked> aligned(List<String> left, List<String> right) {
    int[][] common = common(left, right);
    List<Marked> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < left.size() || j < right.size()) {
      if (i < left.size() && j < right.size() && left.get(i).equals(right.get(j))) {
        lines.add(new Marked(' ', left.get(i)));
        i++;
        j++;
      } else if (j == right.size() || (i < left.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Marked('-', left.get(i++)));
      } else {
        lines.add(new Marked('+', right.get(j++)));
      }
    }
    return lines;
  }

  /** Length of the longest common subsequence of what follows each pair of places; goldens are short. */
  private static int[][] common(List<String> left, List<String> right) {
    int[][] length = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        length[i][j] = left.get(i).equals(right.get(j))
            ? length[i + 1][j + 1] + 1
            : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }
}
