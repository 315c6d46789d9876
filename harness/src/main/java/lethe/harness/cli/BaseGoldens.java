package lethe.harness.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lethe.harness.change.GoldenChange;
import lethe.harness.golden.GoldenFiles;
import lethe.vm.fault.InputError;

/** The goldens of another commit, read from git. */
final class BaseGoldens {
  private final Path root;
  private final String base;
  private final Optional<String> head;

  /** @param range a commit, which is compared with the files that are here; or {@code A..B}, two commits */
  BaseGoldens(Path root, String range) {
    int dots = range.indexOf("..");
    this.root = root;
    base = dots < 0 ? range : range.substring(0, dots);
    head = dots < 0 ? Optional.empty() : Optional.of(range.substring(dots + 2));
  }

  /** What has changed since, new and removed goldens too. */
  List<GoldenChange> changes(GoldenFiles here) throws IOException {
    for (String commit : Stream.concat(Stream.of(base), head.stream()).toList()) {
      if (git("rev-parse", "--verify", "--quiet", commit + "^{commit}").isEmpty()) {
        throw new InputError("--base", "a commit of git, or two: A..B", "'" + commit + "'");
      }
    }
    List<GoldenChange> changes = new ArrayList<>();
    for (String path : changedPaths()) {
      GoldenFiles.Name name = GoldenFiles.Name.of(path.substring("golden/".length()));
      Optional<String> before = git("show", base + ":" + path);
      Optional<String> now = head.isPresent() ? git("show", head.get() + ":" + path) : here.approvedText(name);
      if (now.isPresent()) {
        changes.add(GoldenChange.of(name.approved(), before, now.get()));
      } else {
        before.ifPresent(text -> changes.add(GoldenChange.removed(name.approved(), text)));
      }
    }
    return changes;
  }

  private Set<String> changedPaths() throws IOException {
    Set<String> paths = new TreeSet<>();
    List<String> args = new ArrayList<>(List.of("diff", "--name-only", "--no-renames", "--relative", base));
    head.ifPresent(args::add);
    args.addAll(List.of("--", "golden"));
    git(args.toArray(new String[0])).ifPresent(text -> text.lines().forEach(paths::add));
    if (head.isEmpty()) {
      git("ls-files", "--others", "--exclude-standard", "--", "golden").ifPresent(text -> text.lines().forEach(paths::add));
    }
    paths.removeIf(path -> !path.contains(".approved."));
    return paths;
  }

  /** What git prints; empty if it fails. */
  private Optional<String> git(String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.quotePath=false"));
    command.addAll(List.of(args));
    Process git;
    try {
      git = new ProcessBuilder(command).directory(root.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new InputError("--base", "the program git", "none");
    }
    git.getOutputStream().close();
    String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return git.waitFor() == 0 ? Optional.of(text) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
