package lethe.harness.approval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lethe.harness.golden.Finding;
import lethe.harness.golden.GoldenFiles;
import lethe.vm.fault.InputError;

/** Whether each golden is one that somebody approved: the digest of its last entry in the ledger is its own. */
public final class LedgerCheck {
  private LedgerCheck() {}

  /** What is wrong with the ledgers of all goldens. */
  public static List<Finding> check(GoldenFiles files) {
    List<Finding> findings = new ArrayList<>();
    files.approvedFiles().stream().map(path -> GoldenFiles.Name.of(path).caseId()).distinct()
        .forEach(caseId -> findings.addAll(check(files, caseId)));
    findings.addAll(orphans(files));
    return findings;
  }

  /** What is wrong with the ledger of one case. */
  public static List<Finding> check(GoldenFiles files, String caseId) {
    List<Finding> findings = new ArrayList<>();
    Ledger ledger;
    try {
      ledger = Ledger.read(files, caseId);
    } catch (InputError e) {
      return List.of(finding(caseId + "/" + Ledger.FILE, e.getMessage()));
    }
    for (String path : files.approvedFiles(caseId)) {
      objection(ledger, path, files.approvedText(GoldenFiles.Name.of(path)).orElseThrow())
          .ifPresent(text -> findings.add(finding(path, text, "if it is right: harness/lethe approve " + caseId)));
    }
    return findings;
  }

  private static Optional<String> objection(Ledger ledger, String path, String text) {
    Optional<Ledger.Entry> last = ledger.last(path.substring(path.lastIndexOf('/') + 1));
    if (last.isEmpty()) {
      return Optional.of("golden/" + ledger.caseId() + "/" + Ledger.FILE + " has no entry for it: nobody approved it");
    }
    return last.get().sha256().equals(Ledger.sha256(text)) ? Optional.empty()
        : Optional.of("it is not the file that was approved last (" + last.get().danger() + ": " + last.get().change() + ")");
  }

  private static Finding finding(String about, String... lines) {
    return new Finding(Finding.Kind.LEDGER, about, List.of(lines));
  }

  /** Ledgers in folders without any golden. */
  public static List<Finding> orphans(GoldenFiles files) {
    if (!Files.isDirectory(files.golden())) {
      return List.of();
    }
    List<String> cases = files.approvedFiles().stream().map(path -> GoldenFiles.Name.of(path).caseId()).toList();
    try (Stream<Path> tree = Files.walk(files.golden())) {
      return tree.filter(file -> file.getFileName().toString().equals(Ledger.FILE))
          .map(file -> files.golden().relativize(file).toString().replace('\\', '/'))
          .filter(path -> !cases.contains(path.substring(0, path.lastIndexOf('/')))).sorted()
          .map(path -> new Finding(Finding.Kind.ORPHAN, path, List.of(
              "a ledger without goldens", "if the case is gone for good: git rm golden/" + path))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
