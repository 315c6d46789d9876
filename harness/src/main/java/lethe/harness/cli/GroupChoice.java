package lethe.harness.cli;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lethe.harness.change.Group;
import lethe.harness.golden.LastRun;
import lethe.vm.fault.InputError;

/** Finds the changes that a command line means. */
final class GroupChoice {
  private GroupChoice() {}

  /** What the last run received; that there was none is an error. */
  static LastRun lastRun(Session session) {
    return LastRun.read(session.goldens()).orElseThrow(() -> new InputError(
        "received goldens", "those of a run (harness/lethe check makes one)", "none"));
  }

  /** The group of that number. */
  static Group of(List<Group> groups, int number) {
    return groups.stream().filter(group -> group.number() == number).findFirst().orElseThrow(() -> new InputError(
        "--group", groups.isEmpty() ? "no group (nothing has changed)" : "1" + (groups.size() == 1 ? "" : " to " + groups.size()),
        Integer.toString(number)));
  }

  /** Does a pattern, an id with {@code *} for any text or an area, mean this case? */
  static boolean matches(String pattern, String caseId) {
    String glob = pattern.contains("/") || pattern.contains("*") ? pattern : pattern + "/*";
    return Pattern.matches(
        Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")), caseId);
  }
}
