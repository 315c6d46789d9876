package lethe.harness.testsuite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs programs on stock OCaml's ocamlrun. */
public final class Ocamlrun implements Engine {
  private final Path ocamlrun;

  public Ocamlrun(Path ocamlrun) {
    this.ocamlrun = ocamlrun;
  }

  @Override
  public Ending run(Program program) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ocamlrun.toString(), program.executable().toString()));
    command.addAll(program.arguments());
    return Child.run(
        command, program.directory(), program.input(), Map.of(Child.OCAML_PARAMETERS, program.parameters()));
  }
}
