package lethe.harness.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shell lines of a Markdown text: those in fenced blocks marked {@code sh}, without {@code $ } in front.
 *
 * @param lines without comments
 * @param commands the lines that call {@code harness/lethe}
 */
record ReadmeCommands(List<String> lines, List<Documented> commands) {
  private static final String LAUNCHER = "harness/lethe";
  private static final Pattern FENCE = Pattern.compile("(?ms)^```sh\\s*$(.*?)^```\\s*$");
  private static final Pattern EXIT_CODE = Pattern.compile("exit(?:s with| code)? (\\d+)");

  /**
   * A command and its exit code, from a comment behind it such as {@code # exit 1}; 0 if none says so.
   *
   * @param arguments of the launcher: what stands behind {@code |}, {@code >} or {@code &&} is cut off
   */
  record Documented(String line, List<String> arguments, int exitCode) {}

  static ReadmeCommands of(String markdown) {
    List<String> lines = new ArrayList<>();
    List<Documented> commands = new ArrayList<>();
    Matcher block = FENCE.matcher(markdown);
    while (block.find()) {
      for (String raw : block.group(1).replace("\\\n", " ").lines().toList()) {
        String line = raw.strip().replaceFirst("^\\$ ", "");
        String code = line.replaceFirst("(^|\\s+)#.*$", "").strip();
        if (!code.isEmpty()) {
          lines.add(code);
        }
        for (String part : code.split("&&|;|\\|\\|", -1)) {
          List<String> words = words(part.strip());
          if (!words.isEmpty() && (words.get(0).equals(LAUNCHER) || words.get(0).equals("./" + LAUNCHER))) {
            Matcher exit = EXIT_CODE.matcher(line.substring(code.length()));
            commands.add(new Documented(line, words.subList(1, words.size()), exit.find() ? number(exit) : 0));
          }
        }
      }
    }
    return new ReadmeCommands(lines, commands);
  }

  private static int number(Matcher exit) {
    return Integer.parseInt(exit.group(1));
  }

  /** Words as a shell splits them, quotes removed, up to a pipe or a redirection. */
  private static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+").matcher(command);
    while (word.find()) {
      if (word.group().matches("\\||[12]?>.*|<")) {
        break;
      }
      words.add(word.group().replaceAll("['\"]", ""));
    }
    return words;
  }
}
