package lethe.harness.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where goldens lie: {@code golden/AREA/CASE/POLICY.approved.jsonl} and
 * {@code golden/AREA/CASE/outcomes.approved.json}; what a run produced, of the same name with
 * {@code received}, below a folder of its own that may be deleted.
 *
 * @param golden the folder of the approved files, only read here
 * @param received the folder of the received files, {@code harness/target/received}
 */
public record GoldenFiles(Path golden, Path received) {
  private static final String RECEIVED_PROPERTY = "lethe.received";
  private static final String APPROVED = ".approved.";
  private static final String RECEIVED = ".received.";

  /** Name of a golden without its ending: {@code load/first/stub} and {@code .jsonl}. */
  public record Name(String stem, String extension) {
    public static Name trace(String caseId, String policy) {
      return new Name(caseId + "/" + policy, ".jsonl");
    }

    public static Name outcomes(String caseId) {
      return new Name(caseId + "/outcomes", ".json");
    }

    /** The name of an approved path below golden. */
    public static Name of(String approvedPath) {
      int at = approvedPath.lastIndexOf(APPROVED);
      return new Name(approvedPath.substring(0, at), approvedPath.substring(at + APPROVED.length() - 1));
    }

    /** {@code load/first}. */
    public String caseId() {
      return stem.substring(0, stem.lastIndexOf('/'));
    }

    /** The path below golden: {@code load/first/stub.approved.jsonl}. */
    public String approved() {
      return stem + ".approved" + extension;
    }

    /** The path below the folder of received files. */
    public String received() {
      return stem + ".received" + extension;
    }
  }

  /** How an approved file and a new text compare. */
  public enum State { SAME, NEW, CHANGED, CONFLICT }

  /** Those of a project; the property {@value #RECEIVED_PROPERTY} names another folder for what is received. */
  public static GoldenFiles in(Path root) {
    String elsewhere = System.getProperty(RECEIVED_PROPERTY);
    return new GoldenFiles(
        root.resolve("golden"), elsewhere == null ? root.resolve("harness/target/received") : Path.of(elsewhere));
  }

  public Path approved(Name name) {
    return golden.resolve(name.approved());
  }

  public Path received(Name name) {
    return received.resolve(name.received());
  }

  /** The text of an approved file; empty if there is none. */
  public Optional<String> approvedText(Name name) {
    Path file = approved(name);
    return Files.exists(file) ? Optional.of(new String(bytes(file), StandardCharsets.UTF_8)) : Optional.empty();
  }

  /** Byte by byte: line ends and the last newline count. */
  public State compare(Name name, String text) {
    Path file = approved(name);
    if (!Files.exists(file)) {
      return State.NEW;
    }
    byte[] approved = bytes(file);
    if (Arrays.equals(approved, text.getBytes(StandardCharsets.UTF_8))) {
      return State.SAME;
    }
    return hasConflictMarkers(new String(approved, StandardCharsets.UTF_8)) ? State.CONFLICT : State.CHANGED;
  }

  /** Whether a merge left its markers. */
  public static boolean hasConflictMarkers(String text) {
    return text.lines().anyMatch(line ->
        line.startsWith("<<<<<<< ") || line.equals("=======") || line.startsWith(">>>>>>> "));
  }

  /** The approved files that none of these names: paths below golden, sorted. */
  public List<String> orphans(List<Name> names) {
    TreeSet<String> left = new TreeSet<>(approvedFiles());
    names.forEach(name -> left.remove(name.approved()));
    return List.copyOf(left);
  }

  /** Every approved file, as its path below golden, sorted. */
  public List<String> approvedFiles() {
    return approvedBelow(golden);
  }

  /** The approved files of one case. */
  public List<String> approvedFiles(String caseId) {
    return approvedBelow(golden.resolve(caseId));
  }

  private List<String> approvedBelow(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).map(file -> golden.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.contains(APPROVED)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what a run produced, for review. */
  public void writeReceived(Name name, String text) {
    Path file = received(name);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes what a run produced for a golden, since it has been decided on. */
  public void deleteReceived(Name name) {
    try {
      Files.deleteIfExists(received(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The goldens of which something was received, sorted. */
  public List<Name> receivedNames() {
    if (!Files.isDirectory(received)) {
      return List.of();
    }
    try (Stream<Path> tree = Files.walk(received)) {
      return tree.filter(Files::isRegularFile).map(file -> received.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.contains(RECEIVED)).sorted()
          .map(path -> Name.of(path.replace(RECEIVED, APPROVED))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was received for a golden. */
  public String receivedText(Name name) {
    return new String(bytes(received(name)), StandardCharsets.UTF_8);
  }

  /** Deletes what earlier runs produced, so that nothing stale is reviewed. */
  public void wipeReceived() {
    if (!Files.isDirectory(received)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(received)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
