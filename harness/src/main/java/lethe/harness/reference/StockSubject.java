package lethe.harness.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Expectation;
import lethe.harness.subject.CaseRun;
import lethe.harness.subject.Counts;
import lethe.harness.subject.RunOptions;
import lethe.harness.subject.Subject;
import lethe.vm.fault.InputError;

/**
 * Stock OCaml as a VM under test. It has one policy, {@code keep}, and tells result and output: no events, no fates, no counts. Its
 * collector runs when it likes, so the schedule is not obeyed.
 */
public final class StockSubject implements Subject {
  private static final String KEEP = "keep";

  private final ReferenceRun reference;

  public StockSubject(StockOCaml ocaml) {
    this.reference = new ReferenceRun(ocaml);
  }

  @Override
  public Optional<String> refuses(Case c, String policy) {
    if (!policy.equals(KEEP)) {
      return Optional.of("policy " + policy + ": stock OCaml does what " + KEEP + " does");
    }
    return c.reference().map(reference -> reference.reason());
  }

  @Override
  public boolean tellsFates() {
    return false;
  }

  @Override
  public CaseRun run(Case c, String policy, RunOptions options) {
    refuses(c, policy).ifPresent(why -> {
      throw new InputError(c.id(), "a case and a policy that stock OCaml has", why);
    });
    ReferenceResult result = run(c);
    return new CaseRun(
        new Expectation(result.result(), List.of(), false), List.of(), List.of(), List.of(), new Counts(0, 0, 0, 0, 0, 0),
        result.output());
  }

  private ReferenceResult run(Case c) {
    try {
      Path folder = Files.createTempDirectory("lethe-reference");
      try {
        return reference.run(c, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputError(c.id(), "time to wait for stock OCaml", "an interrupt");
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
