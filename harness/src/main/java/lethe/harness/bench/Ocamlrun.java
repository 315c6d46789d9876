package lethe.harness.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lethe.harness.reference.StockOCaml;
import lethe.vm.fault.InputError;

/** Stock OCaml: compiles the benchmarks and runs them as processes (starting one takes about 3 ms). */
public final class Ocamlrun implements Engine {
  private final StockOCaml ocaml;

  public Ocamlrun(StockOCaml ocaml) {
    this.ocaml = ocaml;
  }

  /** Compiles the program in the directory; the executable. */
  Path compile(BenchProgram program, Path directory) throws IOException, InterruptedException {
    Path source = directory.resolve(program.name() + ".ml");
    Path executable = directory.resolve(program.name() + ".byte");
    Files.writeString(source, program.source());
    run(List.of(ocaml.ocamlc().toString(), "-nopervasives", "-o", executable.toString(), "stdlib.cma", source.toString()));
    return executable;
  }

  @Override
  public void run(Path executable) throws IOException, InterruptedException {
    run(List.of(ocaml.ocamlrun().toString(), executable.toString()));
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(new ArrayList<>(command)).inheritIO().start();
    int exitCode = process.waitFor();
    if (exitCode != 0) {
      throw new InputError(String.join(" ", command), "exit 0", "exit " + exitCode);
    }
  }
}
