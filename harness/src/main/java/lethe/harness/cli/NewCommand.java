package lethe.harness.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import lethe.harness.corpus.CaseReader;
import lethe.harness.ocaml.Import;
import lethe.vm.fault.InputError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lethe new}. */
@Command(
    name = "new",
    mixinStandardHelpOptions = true,
    description = "Writes a case to be filled in: a skeleton, or the units of OCaml files.",
    footer = {
      "",
      "The files are the units, in the order in which they are linked; one is main.ml, whose last definition is the",
      "result. Units that others name are linked before it, the others are for it to load. Sources (they need ocamlc)",
      "open harness/src/main/resources/lethe/harness/ocaml/lethe.mli in place of Stdlib. What is expected is left to you.",
      "",
      "Examples: harness/lethe new closures/mine",
      "          harness/lethe new ocaml/mine --from plugin.ml main.ml"
    })
final class NewCommand implements Callable<Integer> {
  private static final String MAIN = "main.";

  @Option(names = "--from", arity = "1..*", paramLabel = "FILE", description = "OCaml sources (.ml) or object files (.cmo).")
  private List<Path> files = new ArrayList<>();

  @Parameters(paramLabel = "AREA/NAME", description = "The id of the new case.")
  private String id;

  private final Session session;

  NewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    CaseReader.checkId("new", id);
    Path file = session.corpus().resolve(id + CaseSelection.ENDING);
    if (Files.exists(file)) {
      throw new InputError(id, "an id that no case has", "a case: " + file);
    }
    String text = skeleton("header").replace("@ID@", id) + (files.isEmpty() ? skeleton("units") : imported());
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    session.out().println("wrote " + file + "; fill in what is empty, then: harness/lethe check " + id);
    return ExitCode.AGREEMENT;
  }

  private String imported() throws IOException, InterruptedException {
    for (Path file : files) {
      if (!file.toString().matches(".*\\.(ml|cmo)")) {
        throw new InputError(file.toString(), "a .ml or a .cmo", "another file");
      }
      InputFile.bytes(file.toString());
    }
    Predicate<Path> isMain = file -> file.getFileName().toString().startsWith(MAIN);
    if (files.stream().noneMatch(isMain)) {
      throw new InputError("--from", "main.ml or main.cmo as one of the files, the program that loads", "none");
    }
    List<Path> ordered = new ArrayList<>(files.stream().filter(isMain.negate()).toList());
    ordered.addAll(files.stream().filter(isMain).toList());
    return Import.ofFiles(ordered);
  }

  private static String skeleton(String part) throws IOException {
    try (var text = NewCommand.class.getResourceAsStream("new-" + part + ".case")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
