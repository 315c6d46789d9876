package lethe.harness.change;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import lethe.vm.fault.InputError;

/** One golden and what became of it. */
public final class GoldenChange {
  private static final String OUTCOMES = "outcomes";

  private final String path;
  private final Comparison comparison;
  private final List<Change> changes;

  private GoldenChange(String path, Comparison comparison) {
    this.path = path;
    this.comparison = comparison;
    this.changes = List.copyOf(comparison.changes());
  }

  /**
   * Compares two versions that differ.
   *
   * @param path below golden, {@code load/first/stub.approved.jsonl}
   * @param approved empty if there is none
   */
  public static GoldenChange of(String path, Optional<String> approved, String received) {
    return of(path, approved, received, RootKinds.UNKNOWN);
  }

  /** The same, of a trace whose roots on the stack somebody can tell apart. */
  public static GoldenChange of(String path, Optional<String> approved, String received, RootKinds roots) {
    if (approved.isEmpty()) {
      String what = path.endsWith(".json") ? "new outcomes" : "new trace";
      return new GoldenChange(path, whole(Danger.NEW, what, "", received));
    }
    try {
      return new GoldenChange(path, path.endsWith(".json")
          ? new OutcomesComparison(path, approved.get(), received) : traces(path, approved.get(), received, roots));
    } catch (InputError e) {
      String what = "the approved file cannot be read: " + e.getMessage();
      return new GoldenChange(path, whole(Danger.RESULT, what, approved.get(), received));
    }
  }

  /** A golden that there is no more. */
  public static GoldenChange removed(String path, String approved) {
    return new GoldenChange(path, whole(Danger.RESULT, "golden removed", approved, ""));
  }

  /**
   * Compares two traces, read line by line, which may be long.
   *
   * @param where the file of the first, for messages
   * @param receivedWhere that of the second, also the path of this change
   * @throws InputError if either is no trace
   */
  public static GoldenChange ofTraces(
      String where, BufferedReader approved, String receivedWhere, BufferedReader received) throws IOException {
    Texts texts = new Texts();
    return new GoldenChange(receivedWhere, new TraceComparison(
        TraceLines.read(where, approved, texts), TraceLines.read(receivedWhere, received, texts),
        (line, root) -> Optional.empty()));
  }

  private static Comparison traces(String path, String approved, String received, RootKinds roots) {
    Texts texts = new Texts();
    try (BufferedReader left = new BufferedReader(new StringReader(approved));
        BufferedReader right = new BufferedReader(new StringReader(received))) {
      return new TraceComparison(TraceLines.read(path, left, texts), TraceLines.read(path, right, texts),
          (line, root) -> roots.kindOf(path, line, root));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Comparison whole(Danger danger, String what, String approved, String received) {
    return new WholeText(List.of(new Change(danger, Change.Sign.OTHER, what, "", 1, false)), approved, received);
  }

  /** Below golden: {@code load/first/stub.approved.jsonl}. */
  public String path() {
    return path;
  }

  /** {@code load/first}. */
  public String caseId() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** The policy whose trace it is; empty for outcomes. */
  public Optional<String> policy() {
    String stem = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\..*", "");
    return stem.equals(OUTCOMES) ? Optional.empty() : Optional.of(stem);
  }

  /** {@code load/first under stub}, {@code load/first, outcomes}; the path itself of a file that is no golden. */
  public String title() {
    return !path.contains(".approved.") ? path : policy().map(policy -> caseId() + " under " + policy).orElse(caseId() + ", " + OUTCOMES);
  }

  /** What has changed, the most dangerous first. */
  public List<Change> changes() {
    return changes;
  }

  /** That of the most dangerous change. */
  public Danger danger() {
    return changes.stream().map(Change::danger).max(Comparator.naturalOrder()).orElseThrow();
  }

  /**
   * What goldens must share to have changed alike: the kinds of their changes, in a fixed order. What follows from others does not count;
   * if a run ends in a fault now, that is all that counts, since whatever would have come later is missing.
   */
  List<String> pattern() {
    return List.copyOf(new TreeSet<>(primary().map(Change::pattern).toList()));
  }

  /** The changes that the others follow from, the most dangerous first. */
  Stream<Change> primary() {
    if (changes.stream().anyMatch(Change::isFault)) {
      return changes.stream().filter(Change::isFault);
    }
    boolean onlyConsequences = changes.stream().allMatch(Change::isConsequence);
    return changes.stream().filter(change -> onlyConsequences || !change.isConsequence());
  }

  /** All changes in words, on one line. */
  public String words() {
    return String.join("; ", changes.stream().map(Change::toString).toList());
  }

  /** The rows to look at. */
  public List<DiffLine> lines(View view) {
    return comparison.lines(view);
  }

  /** The first row that differs, at most 4 lines: where, both sides, the source line. */
  public List<String> firstDifference(SourceLines source) {
    List<String> told = new ArrayList<>();
    String section = "";
    for (DiffLine line : comparison.lines(View.HUNKS)) {
      if (line.kind() == RowKind.FOLDED && line.left().contains("; in ")) {
        section = line.left().replaceFirst(".*?; in ", ", in ");
      } else if (line.kind().isDifference()) {
        told.add("first at line " + Math.max(line.leftLine(), line.rightLine()) + section
            + (line.note().isEmpty() ? "" : " (" + line.note() + ")"));
        told.add("- " + (line.leftLine() == 0 ? "" : line.left()));
        told.add("+ " + (line.rightLine() == 0 ? "" : line.right()));
        siteIn(line.rightLine() == 0 ? line.left() : line.right()).flatMap(source::lineOf)
            .ifPresent(text -> told.add("source: " + text));
        break;
      }
    }
    return told;
  }

  /** The first place that a line names, or the birthplace of the first object. */
  private static Optional<String> siteIn(String line) {
    return Name.SPELLING.matcher(line).results().findFirst()
        .map(found -> found.group(3) != null ? found.group(3) : found.group(1).replaceFirst("^.*@", ""));
  }
}
