package lethe.harness.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
    int compiled = 0;
    int written = 0;
    try (Ocamlc ocamlc = Ocamlc.installed()) {
      for (Case c : new CaseSelection(session).some(names)) {
        if (!c.sources().isEmpty()) {
          compiled++;
          if (Import.refresh(c, ocamlc)) {
            written++;
            session.out().println("wrote " + c.file());
          }
        }
      }
    }
    session.out().println(written + " of " + compiled + " cases with OCaml source changed");
    return ExitCode.AGREEMENT;
  }
}
