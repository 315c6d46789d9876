package lethe.harness.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Cases for tests. */
public final class Cases {
  /** A small right one; it ends in its units. */
  public static final String SMALL = """
      ;; title: A closure survives its unit's name
      ;; shows: one sentence
      ;; hazard: H01 H19
      ;; trace: stub handle
      ;; expect keep release: result 42, kept plugin
      ;; expect stub stub-env stub-local handle scan: result 42, freed plugin at gc 1
      ;; expect force: fault freed code plugin, freed plugin at request, unsound
      ;; expect export negate: fault freed code plugin, freed plugin at gc 1, unsound
      unit plugin
        CLOSURE 0 double
        BRANCH end
      double:
        ACC0
        RETURN 1
      end:
      unit main
        CONST1
      """;

  private Cases() {}

  /** Reads a text as the case {@code load/small}. */
  public static Case parse(String text) {
    return CaseReader.parse("load/small", "corpus/load/small.case", text, Path.of("small.case"));
  }

  /** Writes a case below a corpus folder. */
  public static Path write(Path corpus, String id, String text) {
    Path file = corpus.resolve(id + ".case");
    try {
      Files.createDirectories(file.getParent());
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
