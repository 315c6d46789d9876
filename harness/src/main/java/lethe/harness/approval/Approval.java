package lethe.harness.approval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lethe.harness.change.Danger;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.Words;
import lethe.harness.golden.Finding;
import lethe.harness.golden.Findings;
import lethe.harness.golden.GoldenFiles;
import lethe.vm.fault.InputError;

/**
 * Writes goldens: each file whole or not at all, and an entry in the ledger of its case beside it. All of what is proposed is looked at
 * first; if anything must not be approved, nothing is written.
 */
public final class Approval {
  private static final int WORDS_WIDTH = 160;

  private final GoldenFiles files;
  private final String reason;
  private final Map<GoldenFiles.Name, String> texts = new LinkedHashMap<>();
  private final List<Finding> refused = new ArrayList<>();
  private final List<String> written = new ArrayList<>();

  /** @param reason why the changes are right; may be empty */
  public Approval(GoldenFiles files, String reason) {
    this.files = files;
    this.reason = reason.strip();
  }

  /** Proposes a text for a golden. */
  public void propose(GoldenFiles.Name name, String text) {
    texts.put(name, text);
    if (files.compare(name, text) == GoldenFiles.State.CONFLICT) {
      refused.add(Findings.conflict(name, name.caseId()));
    }
  }

  /** Adds a reason for which nothing may be written; several goldens of a case may have the same. */
  public void refuse(Finding finding) {
    if (!refused.contains(finding)) {
      refused.add(finding);
    }
  }

  /** Why nothing may be written; empty if it may. */
  public List<Finding> refused() {
    return List.copyOf(refused);
  }

  public int proposed() {
    return texts.size();
  }

  /**
   * Writes what differs from what is there.
   *
   * @return a line for each golden written
   * @throws InputError if a change wants a reason and there is none; nothing is written then
   */
  public List<String> write() {
    if (!refused.isEmpty()) {
      throw new IllegalStateException("refused: " + refused);
    }
    Map<GoldenFiles.Name, Ledger.Entry> entries = new LinkedHashMap<>();
    texts.forEach((name, text) -> entry(name, text).ifPresent(entry -> entries.put(name, entry)));
    entries.forEach(this::demandReason);
    entries.forEach(this::write);
    texts.keySet().forEach(files::deleteReceived);
    return List.copyOf(written);
  }

  private Optional<Ledger.Entry> entry(GoldenFiles.Name name, String text) {
    String file = name.approved().substring(name.caseId().length() + 1);
    String sha256 = Ledger.sha256(text);
    GoldenFiles.State state = files.compare(name, text);
    if (state != GoldenFiles.State.SAME) {
      GoldenChange change = GoldenChange.of(name.approved(), files.approvedText(name), text);
      return Optional.of(new Ledger.Entry(file, change.danger(), Words.fit(change.words(), WORDS_WIDTH), reason, sha256));
    }
    Optional<Ledger.Entry> last = Ledger.read(files, name.caseId()).last(file);
    if (last.isEmpty()) {
      return Optional.of(new Ledger.Entry(file, Danger.NEW, "was there without an entry", reason, sha256));
    }
    // Somebody wrote the golden by other means: what changed is not known, so the worst is assumed.
    return last.get().sha256().equals(sha256) ? Optional.empty()
        : Optional.of(new Ledger.Entry(file, Danger.RESULT, "was changed without an entry", reason, sha256));
  }

  private void demandReason(GoldenFiles.Name name, Ledger.Entry entry) {
    if (entry.danger().wantsReason() && reason.isEmpty()) {
      throw new InputError("approve", "-m REASON, why a change of class '" + entry.danger() + "' is right: "
          + name.stem() + ": " + entry.change(), "none");
    }
  }

  private void write(GoldenFiles.Name name, Ledger.Entry entry) {
    GoldenFiles.State state = files.compare(name, texts.get(name));
    replace(files.approved(name), texts.get(name));
    replace(Ledger.file(files, name.caseId()), Ledger.read(files, name.caseId()).with(entry).text());
    String word = state == GoldenFiles.State.SAME ? "listed" : state.toString().toLowerCase(Locale.ROOT);
    written.add(word + " golden/" + name.approved() + " (" + entry.danger() + ")");
  }

  /** Whole or not at all: a killed command leaves the old file. */
  public static void replace(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".fresh");
      try {
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
