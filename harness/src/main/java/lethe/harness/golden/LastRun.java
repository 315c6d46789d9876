package lethe.harness.golden;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lethe.harness.change.GoldenChange;
import lethe.harness.change.RootKinds;

/**
 * What the last run of the corpus left among the received files: {@code run.json} beside them says whether it came to its end, what it
 * was about, and which cases were broken. The file's time is that of the run's start.
 */
public final class LastRun {
  private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();
  private static final String FILE = "run.json";

  /** What the file holds. */
  private static final class Account {
    boolean ended;
    boolean whole;
    boolean allPolicies;
    int cases;
    Map<String, String> broken = new TreeMap<>();
  }

  private final GoldenFiles files;
  private final Account account;
  private final FileTime started;

  private LastRun(GoldenFiles files, Account account, FileTime started) {
    this.files = files;
    this.account = account;
    this.started = started;
  }

  /** Starts a run: what earlier ones left is deleted, so that nothing stale is reviewed. */
  public static LastRun start(GoldenFiles files) {
    files.wipeReceived();
    write(files, new Account());
    return read(files).orElseThrow();
  }

  /**
   * Ends it.
   *
   * @param whole whether all cases of the corpus were run
   * @param allPolicies whether each was under all policies
   * @param broken by case, the heading of what forbids that its goldens are approved
   */
  public void end(boolean whole, boolean allPolicies, int cases, Map<String, String> broken) {
    account.ended = true;
    account.whole = whole;
    account.allPolicies = allPolicies;
    account.cases = cases;
    account.broken = new TreeMap<>(broken);
    write(files, account);
    try {
      Files.setLastModifiedTime(files.received().resolve(FILE), started);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(GoldenFiles files, Account account) {
    try {
      Files.createDirectories(files.received());
      Files.writeString(files.received().resolve(FILE), GSON.toJson(account) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last run, if there was one whose account can be read. */
  public static Optional<LastRun> read(GoldenFiles files) {
    Path file = files.received().resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Account account = GSON.fromJson(Files.readString(file), Account.class);
      return Optional.ofNullable(account).map(read -> new LastRun(files, read, time(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  /**
   * What it received that is not as approved; goldens with the markers of a merge are not among it.
   *
   * @param roots of the machine that made it
   */
  public List<GoldenChange> changes(RootKinds roots) {
    return files.receivedNames().stream()
        .filter(name -> {
          GoldenFiles.State state = files.compare(name, files.receivedText(name));
          return state == GoldenFiles.State.NEW || state == GoldenFiles.State.CHANGED;
        })
        .map(name -> GoldenChange.of(name.approved(), files.approvedText(name), files.receivedText(name), roots)).toList();
  }

  /** Goldens among what it received that hold the markers of a merge. */
  public List<GoldenFiles.Name> conflicts() {
    return files.receivedNames().stream()
        .filter(name -> files.compare(name, files.receivedText(name)) == GoldenFiles.State.CONFLICT).toList();
  }

  /** Why nothing of it may be approved, if so: it is not complete, or older than what it was made from. */
  public Optional<String> objection(Path root) {
    if (!account.ended) {
      return Optional.of("a run that was broken off");
    }
    if (!account.allPolicies) {
      return Optional.of("a partial run, under some policies only");
    }
    return newest(root).filter(file -> time(file).compareTo(started) > 0)
        .map(file -> "a stale run: " + root.relativize(file) + " has changed since");
  }

  /** The heading of what forbids that goldens of this case are approved. */
  public Optional<String> broken(String caseId) {
    return Optional.ofNullable(account.broken.get(caseId));
  }

  /** Were all cases of the corpus run? */
  public boolean isWhole() {
    return account.whole;
  }

  public int cases() {
    return account.cases;
  }

  /**
   * The newest of the files that a run depends on; folders too, since one is newer when a file in it has been deleted. The jar does not
   * count: it is made of the sources, and {@code mvn verify} makes it after the tests.
   */
  private static Optional<Path> newest(Path root) {
    return Stream.of("corpus", "vm/src/main", "harness/src/main", "pom.xml", "vm/pom.xml", "harness/pom.xml")
        .map(root::resolve).filter(Files::exists).map(LastRun::newestIn).max((a, b) -> time(a).compareTo(time(b)));
  }

  private static Path newestIn(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.max((a, b) -> time(a).compareTo(time(b))).orElse(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileTime time(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
