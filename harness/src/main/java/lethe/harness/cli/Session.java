package lethe.harness.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import lethe.harness.corpus.Case;
import lethe.harness.corpus.Corpus;
import lethe.harness.golden.GoldenFiles;
import lethe.harness.ours.LetheSubject;
import lethe.vm.host.Host;

/**
 * What a command has to work with.
 *
 * @param root the folder that holds corpus and golden; looked for when a command first needs it
 * @param inContinuousIntegration whether a machine, and no person, gave the command
 */
record Session(PrintStream out, PrintStream err, Supplier<Path> root, boolean inContinuousIntegration) {
  List<Case> cases() {
    return Corpus.readAll(corpus());
  }

  Path corpus() {
    return root.get().resolve("corpus");
  }

  GoldenFiles goldens() {
    return GoldenFiles.in(root.get());
  }

  /** The VM under test. */
  LetheSubject subject() {
    return new LetheSubject();
  }

  /** Does the name mean a case, by its file or its id, and not another file? */
  boolean isCase(String name) {
    return CaseSelection.isFile(name) || !Files.exists(Path.of(name));
  }

  /** The same session, whose programs print nowhere. */
  Session quiet() {
    return new Session(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8), err, root,
        inContinuousIntegration);
  }

  /** The world of a program: the process's own, but what it writes goes to this session. */
  Host host(List<String> arguments) {
    return new SessionHost(Host.system(arguments.toArray(new String[0])), out, err);
  }
}
