package lethe.vm.fault;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a wrong name in the input may have meant. */
public final class Suggestion {
  private Suggestion() {}

  /**
   * The candidate with the fewest letters to change, if a third of the letters at most; case does not count, and of {@code
   * area/name} the name alone will do.
   */
  public static Optional<String> nearest(String word, List<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    String best = null;
    int least = Math.max(2, word.length() / 3) + 1;
    for (String candidate : candidates) {
      String whole = candidate.toLowerCase(Locale.ROOT);
      String last = whole.substring(whole.lastIndexOf('/') + 1);
      int distance = Math.min(distance(wanted, whole), distance(wanted, last));
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code "; did you mean X?"}, or nothing if no candidate is near. */
  public static String hint(String word, List<String> candidates) {
    return nearest(word, candidates).map(near -> "; did you mean " + near + "?").orElse("");
  }

  /** How many letters to insert, remove or replace (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
