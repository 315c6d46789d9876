package lethe.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import lethe.harness.corpus.Case;
import lethe.harness.ocaml.Import;
import lethe.harness.ocaml.Ocamlc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lethe import}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Compiles the OCaml source in cases, lines ;| behind a line unit NAME, and puts the assembler below it.",
    footer = {
      "",
      "Needs ocamlc 4.13. 'new --from' makes a case of .ml files; this is for when their lines have been edited there.",
      "",
      "Example: harness/lethe import ocaml/registry && git diff corpus"
    })
final class ImportCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "CASE|PATTERN", description = "Which cases; those without source are left alone.")
  private List<String> names = new ArrayList<>();

  private final Session session;

  ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<Case, String> texts = new LinkedHashMap<>();
    try (Ocamlc ocamlc = Ocamlc.installed()) {
      for (Case c : new CaseSelection(session).some(names)) {
        if (!c.sources().isEmpty()) {
          texts.put(c, Import.again(c.file().toString(), c.id(), Files.readString(c.file()), ocamlc));
        }
      }
    }
    int written = 0;
    for (Map.Entry<Case, String> text : texts.entrySet()) {
      if (!text.getValue().equals(Files.readString(text.getKey().file()))) {
        Files.writeString(text.getKey().file(), text.getValue());
        session.out().println("wrote " + text.getKey().file());
        written++;
      }
    }
    session.out().println(written + " of " + texts.size() + " cases with OCaml source changed");
    return ExitCode.AGREEMENT;
  }
}
