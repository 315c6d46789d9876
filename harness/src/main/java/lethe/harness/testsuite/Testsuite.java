package lethe.harness.testsuite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import lethe.harness.reference.StockOCaml;
import lethe.vm.fault.InputError;

/** A checkout of OCaml's testsuite. Nothing is written there. */
public final class Testsuite {
  /** Comparison, hashing and marshalling recurse no deeper than this; callbacks may. */
  private static final long STACK_BYTES = 1L << 28;

  private final Path directory;
  private final Path tests;

  /** @param directory that holds {@code tests} and {@code lib} */
  public Testsuite(Path directory) {
    this.directory = directory.toAbsolutePath().normalize();
    this.tests = this.directory.resolve("tests");
    if (!Files.isDirectory(tests)) {
      throw new InputError(directory.toString(), "a checkout of OCaml's testsuite, with a folder tests", "none");
    }
  }

  /**
   * The programs with a header in alphabetical order.
   *
   * @param patterns globs of programs or folders below {@code tests}; all if there are none
   */
  private List<TestFile> select(List<String> patterns) throws IOException {
    List<PathMatcher> matchers = patterns.stream().map(Testsuite::matcher).toList();
    try (Stream<Path> files = Files.walk(tests)) {
      List<TestFile> selected = files
          .filter(file -> file.toString().endsWith(".ml") && Files.isRegularFile(file))
          .filter(file -> matchers.isEmpty()
              || matchers.stream().anyMatch(matcher -> matches(matcher, tests.relativize(file))))
          .sorted().map(file -> new TestFile(tests, file)).toList();
      if (selected.isEmpty()) {
        throw new InputError(String.join(" ", patterns), "a program or a folder in " + tests, "none");
      }
      return selected;
    }
  }

  private static PathMatcher matcher(String pattern) {
    try {
      return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    } catch (PatternSyntaxException e) {
      throw new InputError(pattern, "a pattern as a shell has it", e.getDescription());
    }
  }

  /** Does it match the file or a folder that holds it? */
  private static boolean matches(PathMatcher matcher, Path file) {
    for (Path path = file; path != null; path = path.getParent()) {
      if (matcher.matches(path)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Makes and tries the programs.
   *
   * @param patterns as globs below {@code tests}; all if there are none
   * @param ways to try each beside ocamlrun
   * @param scratch an empty directory
   * @param jobs how many tests at a time
   * @param done is given each verdict, in the order of the tests, while the others are still tried
   */
  public SuiteReport run(
      List<String> patterns, StockOCaml ocaml, List<Way> ways, Path scratch, int jobs, Consumer<Verdict> done)
      throws IOException, InterruptedException {
    List<TestFile> selected = select(patterns);
    Toolchain toolchain = new Toolchain(ocaml, directory, Files.createDirectory(scratch.resolve("libraries")));
    Trial trial = new Trial(new Ocamlrun(ocaml.ocamlrun()), ways);
    ExecutorService threads =
        Executors.newFixedThreadPool(jobs, task -> new Thread(null, task, "lethe-suite", STACK_BYTES));
    try {
      List<Future<SuiteReport>> reports = new ArrayList<>();
      for (TestFile test : selected) {
        Path place = scratch.resolve(Integer.toString(reports.size()));
        reports.add(threads.submit(() -> one(test, toolchain, place, trial)));
      }
      SuiteReport all = SuiteReport.EMPTY;
      for (Future<SuiteReport> report : reports) {
        report.get().verdicts().forEach(done);
        all = all.and(report.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static SuiteReport one(TestFile test, Toolchain toolchain, Path place, Trial trial)
      throws IOException, InterruptedException {
    Optional<Header> header = HeaderReader.read(test.id(), Files.readString(test.file(), ISO_8859_1));
    if (header.isEmpty()) {
      return SuiteReport.EMPTY;
    }
    try {
      Walk walk = new Walk(test, toolchain, new Workplace(place), trial);
      return new SuiteReport(walk.verdicts(header.get()), Map.of());
    } catch (LeftOut e) {
      return new SuiteReport(List.of(), Map.of(test.id(), e.reason()));
    } finally {
      Workplace.delete(place);
    }
  }
}
