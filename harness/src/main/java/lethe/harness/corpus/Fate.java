package lethe.harness.corpus;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.vm.fault.InputError;

/**
 * What became of a loaded instance.
 *
 * @param unit the instance, {@code plugin}, {@code plugin#2}
 * @param end {@code freed at gc 3}, {@code freed at end}, {@code freed at request}, {@code freed when
 *     finished}, {@code freed unasked} or {@code kept}
 */
public record Fate(String unit, String end) {
  private static final Pattern SPELLING =
      Pattern.compile("(freed|kept) ([A-Za-z_][A-Za-z0-9_']*(?:#[0-9]+)?)( at (?:gc [1-9][0-9]*|end|request)| when finished| unasked)?");

  static Fate parse(String where, String text) {
    Matcher matcher = SPELLING.matcher(text);
    boolean right = matcher.matches() && matcher.group(1).equals("freed") == (matcher.group(3) != null);
    if (!right) {
      throw new InputError(where, "freed UNIT at gc N, at end, at request, when finished or unasked, or kept UNIT", text);
    }
    return new Fate(matcher.group(2), matcher.group(3) == null ? "kept" : "freed" + matcher.group(3));
  }

  public boolean isKept() {
    return end.equals("kept");
  }

  /** As an expectation spells it: {@code freed plugin at gc 3}. */
  @Override
  public String toString() {
    return isKept() ? "kept " + unit : "freed " + unit + end.substring("freed".length());
  }
}
