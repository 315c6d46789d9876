package lethe.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import lethe.vm.asm.Printer;
import lethe.vm.fault.InputError;
import lethe.vm.format.CompilationUnit;
import lethe.vm.format.ObjectFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe asm}. */
@Command(
    name = "asm",
    mixinStandardHelpOptions = true,
    description = "Assembles a .case or .asm into .cmo files; prints a .cmo or .cma as assembler text.",
    footer = {
      "",
      "Examples: harness/lethe asm plugin.asm -o /tmp",
      "          harness/lethe asm plugin.cmo > plugin.asm"
    })
final class AsmCommand implements Callable<Integer> {
  @Option(names = {"-o", "--output"}, paramLabel = "DIR", description = "Where the .cmo files go; here if absent.")
  private Path directory = Path.of("");

  @Parameters(paramLabel = "FILE", description = "Assembler text, or an object file.")
  private String name;

  private final Session session;

  AsmCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (!(ObjectCode.read(new CaseSelection(session).fileName(name)) instanceof ObjectCode.Units units)) {
      throw new InputError(name, "a .case, an .asm, a .cmo or a .cma", "a linked program");
    }
    for (CompilationUnit unit : units.units()) {
      if (units.isText()) {
        write(unit);
      } else {
        session.out().print(Printer.print(unit));
      }
    }
    return ExitCode.AGREEMENT;
  }

  private void write(CompilationUnit unit) throws IOException {
    if (!directory.toString().isEmpty()) {
      Files.createDirectories(directory);
    }
    String first = unit.name().substring(0, 1).toLowerCase(Locale.ROOT);
    Path file = directory.resolve(first + unit.name().substring(1) + ".cmo");
    Files.write(file, ObjectFile.write(unit));
    session.out().println("wrote " + file);
  }
}
