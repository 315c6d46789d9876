package lethe.harness.corpus;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lethe.vm.fault.InputError;

/**
 * A schedule as a case or a command spells it: {@code none}; {@code all} safepoints; {@code random SEED}, about one
 * safepoint in eight; or points, {@code plugin+14.2 main+3.1}: the second time that plugin+14 is passed, the first time
 * of main+3. A command line has no blanks in it: {@code random:SEED}, {@code points:plugin+14.2,main+3.1}. Either spelling is read in
 * either place, with {@code points} or without.
 */
public final class ScheduleSpec {
  private static final Pattern SEPARATOR = Pattern.compile("[\\s,:]+");
  private static final Pattern PREFIX = Pattern.compile("^points ");
  private static final Pattern RANDOM = Pattern.compile("random [0-9]{1,18}");
  private static final Pattern POINT = Pattern.compile("[A-Za-z_][A-Za-z0-9_']*(?:#[0-9]+)?\\+[0-9]+\\.[1-9][0-9]*");
  private static final int ONE_IN = 8;

  /** Asked once at each safepoint, with the count of its site from 1. */
  @FunctionalInterface
  private interface Rule {
    boolean collectAt(String site, int count);
  }

  private final String text;
  private final Rule rule;

  private ScheduleSpec(String text, Rule rule) {
    this.text = text;
    this.rule = rule;
  }

  /**
   * A schedule in either spelling.
   *
   * @throws InputError if it is none
   */
  public static ScheduleSpec parse(String where, String spelt) {
    String text = SEPARATOR.matcher(spelt).replaceAll(" ");
    if (text.equals("none")) {
      return new ScheduleSpec(text, (site, count) -> false);
    }
    if (text.equals("all")) {
      return new ScheduleSpec(text, (site, count) -> true);
    }
    if (RANDOM.matcher(text).matches()) {
      long seed = Long.parseLong(text.substring("random ".length()));
      return new ScheduleSpec(text, (site, count) -> Long.remainderUnsigned(mix(seed, site, count), ONE_IN) == 0);
    }
    String named = PREFIX.matcher(text).replaceFirst("");
    List<String> points = List.of(named.split(" ", -1));
    for (String point : points) {
      if (!POINT.matcher(point).matches()) {
        throw new InputError(where, "none, all, random SEED or points UNIT+OFFSET.COUNT", spelt);
      }
    }
    Set<String> set = new HashSet<>(points);
    return new ScheduleSpec(named, (site, count) -> set.contains(site + "." + count));
  }

  /** The spelling in a header of a schedule that collects at these points alone. */
  public static String at(List<String> points) {
    return points.isEmpty() ? "none" : String.join(" ", points);
  }

  /** The spelling on a command line of a schedule as a header has it. */
  public static String option(String header) {
    return POINT.matcher(header.split(" ", 2)[0]).matches()
        ? "points:" + header.replace(' ', ',')
        : header.replace(' ', ':');
  }

  /** Whether the collector runs at this safepoint. */
  public boolean collectAt(String site, int count) {
    return rule.collectAt(site, count);
  }

  /** A function of the point alone (splitmix64's finisher), so that one more safepoint elsewhere shifts nothing. */
  private static long mix(long seed, String site, int count) {
    long z = seed * 0x9e3779b97f4a7c15L + ((long) site.hashCode() << 32) + count;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  @Override
  public String toString() {
    return text;
  }
}
