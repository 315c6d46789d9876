package lethe.harness.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What became of units, as outcomes spell it: {@code freed plugin at gc 2, kept plugin#2}. */
final class FateWords {
  private static final Pattern FATE = Pattern.compile("(freed|kept) (\\S+?)(?: (at .*|when finished|unasked))?");
  private static final Pattern AT_GC = Pattern.compile("freed at gc ([0-9]+)");

  private FateWords() {}

  /** Ends by instance: {@code freed at gc 2}, {@code kept}. */
  static Map<String, String> ends(String fates) {
    Map<String, String> ends = new LinkedHashMap<>();
    for (String fate : fates.split(", ", -1)) {
      Matcher matcher = FATE.matcher(fate);
      if (matcher.matches()) {
        ends.put(matcher.group(2), matcher.group(1) + (matcher.group(3) == null ? "" : " " + matcher.group(3)));
      }
    }
    return ends;
  }

  /** Both known moments make an earlier or a later; any other pair is another result. */
  static Danger danger(String before, String now) {
    int was = moment(before);
    int is = moment(now);
    return was < 0 || is < 0 ? Danger.RESULT : is > was ? Danger.KEPT_LONGER : Danger.FREED_EARLIER;
  }

  private static int moment(String end) {
    Matcher atGc = AT_GC.matcher(end);
    return atGc.matches() ? Integer.parseInt(atGc.group(1))
        : end.equals("freed at end") ? Integer.MAX_VALUE - 1
        : end.equals("kept") ? Integer.MAX_VALUE
        : end.equals("freed when finished") || end.equals("freed at request") ? 0 : -1;
  }
}
