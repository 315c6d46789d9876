package lethe.harness.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.CaseReader;
import lethe.harness.corpus.CaseText;
import lethe.harness.corpus.Corpus;
import lethe.vm.fault.InputError;
import lethe.vm.fault.Suggestion;

/** Finds the cases that a command line names: by id, by pattern, or by file. */
final class CaseSelection {
  static final String ENDING = ".case";

  // The area of a case that lies outside the corpus.
  private static final String OUTSIDE = "file/";

  private final Session session;

  CaseSelection(Session session) {
    this.session = session;
  }

  /** One case, by its id or its file. */
  Case one(String name) {
    if (isFile(name)) {
      return file(name);
    }
    Path inCorpus = session.corpus().resolve(name + ENDING);
    if (!name.contains("*") && Files.isRegularFile(inCorpus)) {
      return CaseReader.read(session.corpus(), inCorpus);
    }
    throw unknown(name, Corpus.readAll(session.corpus()));
  }

  /** One case of the corpus: one elsewhere has no goldens. */
  Case approvable(String name) {
    return approvable(one(name));
  }

  /** Cases of the corpus only. */
  List<Case> someApprovable(List<String> names) {
    List<Case> cases = some(names);
    cases.forEach(CaseSelection::approvable);
    return cases;
  }

  private static Case approvable(Case c) {
    if (isOutside(c)) {
      throw new InputError(c.file().toString(), "a case in corpus/, which has goldens", "one elsewhere");
    }
    return c;
  }

  /** The cases of some ids, patterns or files, each once; all if nothing is named. */
  List<Case> some(List<String> names) {
    if (names.isEmpty()) {
      return session.cases();
    }
    Map<String, Case> selected = new LinkedHashMap<>();
    List<Case> all = null;
    for (String name : names) {
      if (isFile(name) || Files.isRegularFile(session.corpus().resolve(name + ENDING))) {
        add(selected, one(name));
      } else {
        all = all == null ? session.cases() : all;
        matching(all, name).forEach(c -> add(selected, c));
      }
    }
    return new ArrayList<>(selected.values());
  }

  /** Two files outside the corpus may have the same id. */
  private static void add(Map<String, Case> selected, Case c) {
    selected.put(name(c), c);
  }

  /** The file that a command line names, which may be a case's id. */
  String fileName(String name) {
    return !isFile(name) && !Files.exists(Path.of(name)) && isInCorpus(name)
        ? session.corpus().resolve(name + ENDING).toString()
        : name;
  }

  private boolean isInCorpus(String name) {
    return Files.isRegularFile(session.corpus().resolve(name + ENDING));
  }

  static boolean isFile(String name) {
    return name.endsWith(ENDING);
  }

  /** Is it a case of a file outside the corpus? It has no goldens then. */
  static boolean isOutside(Case c) {
    return c.id().startsWith(OUTSIDE);
  }

  /** How a command line names the case. */
  static String name(Case c) {
    return isOutside(c) ? c.file().toString() : c.id();
  }

  private static List<Case> matching(List<Case> all, String pattern) {
    try {
      return Corpus.select(all, pattern);
    } catch (InputError none) {
      throw unknown(pattern, all);
    }
  }

  private static InputError unknown(String name, List<Case> all) {
    Optional<String> near = Suggestion.nearest(name, all.stream().map(Case::id).toList());
    String hint = near.map(id -> "; did you mean " + id + "?").orElse("; lethe list shows them");
    return new InputError("case", "a file, an id or a pattern of the corpus", "'" + name + "'" + hint);
  }

  /** A case anywhere: its id is the last folder and its name. */
  private Case file(String name) {
    byte[] bytes = InputFile.bytes(name);
    Path file = Path.of(name).toAbsolutePath().normalize();
    Path corpus = session.corpus().toAbsolutePath().normalize();
    if (file.startsWith(corpus)) {
      return CaseReader.read(corpus, file);
    }
    return CaseReader.parse(OUTSIDE + stem(file), name, CaseText.decode(name, bytes), file);
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.length() - ENDING.length());
  }
}
