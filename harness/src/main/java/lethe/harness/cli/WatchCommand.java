package lethe.harness.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Policies;
import lethe.harness.golden.CaseCheck;
import lethe.harness.golden.Findings;
import lethe.harness.ocaml.Import;
import lethe.harness.ocaml.Ocamlc;
import lethe.harness.subject.PlacedEvent;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe watch}. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description = "Runs a case at each save: what it does otherwise than expected, and its trace beside its lines.",
    footer = {
      "",
      "Without --policy the trace is that under the first policy that does otherwise than expected; if there is none, under",
      "the first one under 'trace:' in the case. Ends with the end of the input (Ctrl-D) or Ctrl-C. Laws and goldens are for",
      "'check'.",
      "",
      "Example: harness/lethe watch ocaml/registry --policy stub --level calls"
    })
final class WatchCommand implements Callable<Integer> {
  private static final int LEAST_WIDTH = 40;
  private static final int POLL_MILLISECONDS = 100;

  @Mixin private final PolicyChoice policies = new PolicyChoice();
  @Mixin private final TraceChoice trace = new TraceChoice();

  @Option(names = "--once", description = "Run it once and end; exit code 1 if it does not do what it expects.")
  private boolean once;

  @Option(names = "--import", description = "Compile OCaml source in the case first, and write its assembler into the file.")
  private boolean imports;

  @Option(
      names = "--width",
      paramLabel = "N",
      defaultValue = "${env:COLUMNS:-80}",
      description = "Characters in a line; as the terminal has if absent. From " + BesideSource.TWO_COLUMNS + " on, two columns.")
  private int width;

  @Parameters(paramLabel = "CASE", description = "A case by id or file.")
  private String name;

  private final Session session;
  private final InputStream in;

  /** @param in whose end ends the command */
  WatchCommand(Session session, InputStream in) {
    this.session = session;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path file = Path.of(new CaseSelection(session).fileName(name));
    if (once || !Files.isRegularFile(file)) { // an unknown name is told, and not waited for
      return show() ? ExitCode.AGREEMENT : ExitCode.DIVERGENCE;
    }
    CountDownLatch ended = whenInputEnds();
    for (int run = 1; ; run++) {
      session.out().println("--- run " + run + " of " + name);
      byte[] shown = contents(file);
      try {
        show();
      } catch (InputError wrong) {
        session.out().println(wrong.getMessage());
      }
      session.out().flush();
      // The import writes the file, too.
      byte[] seen = imports ? contents(file) : shown;
      while (Arrays.equals(contents(file), seen)) {
        if (ended.await(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
          return ExitCode.AGREEMENT;
        }
      }
    }
  }

  /** An editor may replace the file by another one: for a moment there is none. */
  private static byte[] contents(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException beingReplaced) {
      return new byte[0];
    }
  }

  private CountDownLatch whenInputEnds() {
    CountDownLatch ended = new CountDownLatch(1);
    Thread reader = new Thread(() -> {
      try {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        // An input that cannot be read has ended.
      }
      ended.countDown();
    });
    reader.setDaemon(true);
    reader.start();
    return ended;
  }

  /** Whether the case does what it expects. */
  private boolean show() throws IOException, InterruptedException {
    Case c = new CaseSelection(session).one(name);
    if (imports && !c.sources().isEmpty()) {
      try (Ocamlc ocamlc = Ocamlc.installed()) {
        c = Import.refresh(c, ocamlc) ? new CaseSelection(session).one(name) : c;
      }
    }
    return show(c);
  }

  private boolean show(Case c) {
    CaseCheck check = CaseCheck.run(session.subject(), c);
    session.out().println(c.title());
    List<String> wrong = otherThanExpected(c, check);
    String policy = policies.oneOrElse(
        !wrong.isEmpty() ? wrong.get(0) : c.tracePolicies().isEmpty() ? "keep" : c.tracePolicies().get(0));
    session.out().println("trace under " + policy + ":");
    new BesideSource(session.out(), Math.max(LEAST_WIDTH, width)).print(c, PlacedEvent.of(
        session.subject(), c, policy, trace.levelOr(c.level()), trace.unitsOr(c.window())));
    return wrong.isEmpty();
  }

  /** Policies that differ from the expectations: how is told once for all under which it is the same. */
  private List<String> otherThanExpected(Case c, CaseCheck check) {
    Map<List<String>, List<String>> wrong = new LinkedHashMap<>();
    for (String policy : Policies.ALL) {
      Findings.expectation(c, check.recording(policy)).ifPresent(finding -> {
        List<String> lines = finding.lines().stream().filter(line -> !line.matches("(shows|repeat): .*")).toList();
        wrong.computeIfAbsent(lines, first -> new ArrayList<>()).add(policy);
      });
    }
    wrong.forEach((lines, under) -> {
      session.out().println("not as expected under " + String.join(" ", under) + ":");
      lines.forEach(line -> session.out().println("  " + line));
    });
    if (wrong.isEmpty()) {
      session.out().println("as expected under every policy");
    }
    return Policies.ALL.stream().filter(policy -> wrong.values().stream().anyMatch(under -> under.contains(policy))).toList();
  }
}
