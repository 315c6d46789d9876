package lethe.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import lethe.harness.corpus.Case;
import lethe.harness.export.CaseExport;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a case as .cmo files and scripts that run it on stock OCaml.",
    footer = {"", "Example: harness/lethe export closures/partial --to partial && partial/build.sh"})
final class ExportCommand implements Callable<Integer> {
  @Option(names = "--to", paramLabel = "DIR", description = "Where to write; a folder of the case's name if absent.")
  private Path directory;

  @Parameters(paramLabel = "CASE", description = "A case by id or file.")
  private String name;

  private final Session session;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    Case c = new CaseSelection(session).one(name);
    Path target = directory == null ? Path.of(c.id().substring(c.id().lastIndexOf('/') + 1)) : directory;
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new InputError(target.toString(), "a folder, or none yet", "a file");
    }
    CaseExport.write(c, target);
    session.out().println("wrote " + target + "; run it: " + target.resolve("build.sh") + " && "
        + target.resolve("run.sh"));
    return ExitCode.AGREEMENT;
  }
}
