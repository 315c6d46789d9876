package lethe.harness.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lethe.vm.fault.InputError;

/** All cases, sorted by id. */
public final class Corpus {
  private Corpus() {}

  /** Every case below the folder; none, or two whose ids differ in letter case only, is an error. */
  public static List<Case> readAll(Path corpus) {
    List<Case> cases = new ArrayList<>();
    Map<String, Path> seen = new LinkedHashMap<>();
    for (Path file : files(corpus)) {
      Path other = seen.put(file.toString().toLowerCase(Locale.ROOT), file);
      if (other != null) {
        throw new InputError(corpus.relativize(file).toString(), "an id of its own whatever the letter case",
            corpus.relativize(other).toString());
      }
      cases.add(CaseReader.read(corpus, file));
    }
    if (cases.isEmpty()) {
      throw new InputError("corpus", "files *.case", "none");
    }
    return cases;
  }

  /**
   * The cases whose ids match; none is an error.
   *
   * @param pattern an id, or one with {@code *} for any text; {@code load} means all of that area
   */
  public static List<Case> select(List<Case> cases, String pattern) {
    String glob = pattern.contains("/") || pattern.contains("*") ? pattern : pattern + "/*";
    Pattern regex = Pattern.compile(Stream.of(glob.split("\\*", -1)).map(Pattern::quote)
        .reduce((left, right) -> left + ".*" + right).orElseThrow());
    List<Case> selected = cases.stream().filter(c -> regex.matcher(c.id()).matches()).toList();
    if (selected.isEmpty()) {
      throw new InputError("lethe.case", "a case of the corpus", pattern);
    }
    return selected;
  }

  private static List<Path> files(Path corpus) {
    try (Stream<Path> tree = Files.walk(corpus)) {
      return tree.filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".case")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
