package lethe.harness.why;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lethe.harness.change.RootKinds;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.CaseReader;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.ours.LetheSubject;
import lethe.vm.inspect.Frame;
import lethe.vm.trace.EventKind;

/** Tells the words of the stack apart that keep a unit: the case is run once more, up to the event that names one. */
public final class StackRoots implements RootKinds {
  private static final Pattern STACK = Pattern.compile("stack ([0-9]+)");

  private final LetheSubject subject;
  private final Path corpus;

  /** @param subject that made the traces */
  public StackRoots(LetheSubject subject, Path corpus) {
    this.subject = subject;
    this.corpus = corpus;
  }

  @Override
  public Optional<String> kindOf(String path, int line, String root) {
    GoldenFiles.Name name = GoldenFiles.Name.of(path);
    Path file = corpus.resolve(name.caseId() + ".case");
    Matcher word = STACK.matcher(root);
    if (!word.matches() || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    Case c = CaseReader.read(corpus, file);
    String policy = name.stem().substring(name.caseId().length() + 1);
    Sight sight = Sight.at(
        subject, c, policy, new Sight.TraceSpec(c.level(), c.window(), c.schedule()), new Sight.At.Line(line));
    boolean isThere = sight.event().kind() == EventKind.KEEP && ((List<?>) sight.event().get("path")).get(0).equals(root);
    return isThere ? kind(sight.inspection().stack(), Integer.parseInt(word.group(1))) : Optional.empty();
  }

  private static Optional<String> kind(List<Frame> stack, int index) {
    return stack.stream().filter(frame -> frame.words().stream().anyMatch(word -> word.index() == index)).findFirst()
        .map(frame -> switch (frame.kind()) {
          case RETURN -> "a return frame";
          case TRAP -> "a trap frame";
          case C_CALL -> "the frame of a C call";
          case KEEPING -> "a frame of the policy";
          case RUNNING -> "a value of the running function";
          case WAITING -> "a value of a waiting function";
        });
  }
}
