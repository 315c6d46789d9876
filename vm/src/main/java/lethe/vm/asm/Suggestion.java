package lethe.vm.asm;

import java.util.Locale;
import lethe.vm.isa.Opcode;

/** The opcode that a wrong word may have meant. */
final class Suggestion {
  private static final int FARTHEST = 2;

  private Suggestion() {}

  /** "; did you mean X?", or nothing if no opcode is near. */
  static String of(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    Opcode best = null;
    int least = FARTHEST + 1;
    for (Opcode opcode : Opcode.values()) {
      int distance = distance(upper, opcode.mnemonic());
      if (distance < least) {
        least = distance;
        best = opcode;
      }
    }
    return best == null ? "" : "; did you mean " + best.mnemonic() + "?";
  }

  /** How many letters to insert, remove or replace (Levenshtein). */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > FARTHEST) {
      return FARTHEST + 1;
    }
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
