package lethe.harness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import lethe.harness.change.RootKinds;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.ours.LetheSubject;
import lethe.harness.why.StackRoots;
import lethe.vm.host.Host;

/**
 * What a command has to work with.
 *
 * @param root the folder that holds corpus and golden; looked for when a command first needs it
 * @param inContinuousIntegration whether a machine, and no person, gave the command
 * @param surroundings what a test replaces
 */
record Session(
    PrintStream out, PrintStream err, Supplier<Path> root, boolean inContinuousIntegration, Surroundings surroundings) {
  /** In the project's own surroundings. */
  Session(PrintStream out, PrintStream err, Supplier<Path> root, boolean inContinuousIntegration) {
    this(out, err, root, inContinuousIntegration, Surroundings.USUAL);
  }

  List<Case> cases() {
    return Corpus.readAll(corpus());
  }

  Path corpus() {
    return root.get().resolve("corpus");
  }

  GoldenFiles goldens() {
    return surroundings.goldens(root.get());
  }

  /** The VM under test. */
  LetheSubject subject() {
    return surroundings.subject();
  }

  /** Tells the roots on the stack of that VM apart. */
  RootKinds roots() {
    return new StackRoots(subject(), corpus());
  }

  /** Does the name mean a case, by its file or its id, and not another file? */
  boolean isCase(String name) {
    return CaseSelection.isFile(name) || !Files.exists(Path.of(name));
  }

  /** The same session, whose programs print nowhere. */
  Session quiet() {
    return new Session(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8), err, root,
        inContinuousIntegration, surroundings);
  }

  /** The world of a program: the process's own, but what it writes goes to this session. */
  Host host(List<String> arguments) {
    return new SessionHost(Host.system(arguments.toArray(new String[0])), out, err);
  }
}
