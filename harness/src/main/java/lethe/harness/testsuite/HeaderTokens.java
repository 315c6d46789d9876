package lethe.harness.testsuite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.vm.fault.InputError;

/** The words of a header: stars, names, strings in quotes, {@code = += ,}. Comments inside are left out. */
final class HeaderTokens {
  private static final Pattern BEGIN = Pattern.compile("\\A\\s*\\(\\*\\s*TEST(?<below>_BELOW)?(?![A-Za-z_])");
  private static final Pattern BEGIN_BELOW = Pattern.compile("\\(\\*\\s*TEST(?![A-Za-z_])");
  private static final Pattern TOKEN = Pattern.compile(
      "\\s+|(?<open>\\(\\*)|(?<close>\\*\\))|(?<word>\\*+|\\+=|[=,]|\"(?:[^\"\\\\]|\\\\.)*\"|[\\w.-]+)|.", Pattern.DOTALL);
  /** Inside a comment a quote begins no string. */
  private static final Pattern IN_COMMENT = Pattern.compile("(?<open>\\(\\*)|(?<close>\\*\\))|.", Pattern.DOTALL);

  private HeaderTokens() {}

  /** The words of a program's header; empty if it has none. */
  static Optional<List<String>> of(String where, String source) {
    Matcher begin = BEGIN.matcher(source);
    if (!begin.find()) {
      return Optional.empty();
    }
    if (begin.group("below") == null) {
      return Optional.of(read(where, source, begin.end()));
    }
    Matcher below = BEGIN_BELOW.matcher(source);
    return below.find(begin.end()) ? Optional.of(read(where, source, below.end())) : Optional.empty();
  }

  private static List<String> read(String where, String source, int start) {
    List<String> words = new ArrayList<>();
    Matcher token = TOKEN.matcher(source).region(start, source.length());
    int comments = 0;
    while (token.find()) {
      if (token.group("open") != null) {
        comments++;
        token.usePattern(IN_COMMENT);
      } else if (token.group("close") != null) {
        if (comments == 0) {
          return words;
        }
        comments--;
        if (comments == 0) {
          token.usePattern(TOKEN);
        }
      } else if (comments == 0 && token.group("word") != null) {
        words.add(token.group());
      } else if (comments == 0 && !token.group().isBlank()) {
        throw new InputError(where, "a word of a test header", "'" + token.group() + "'");
      }
    }
    throw new InputError(where, "*) after the test header", "the end of the file");
  }
}
