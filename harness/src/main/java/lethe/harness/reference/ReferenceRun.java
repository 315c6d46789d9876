package lethe.harness.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lethe.harness.corpus.Case;
import lethe.harness.export.CaseExport;

/** Runs cases on stock OCaml, each exported to a directory, built and run there as its README says. */
public final class ReferenceRun {
  /** A case that has not ended by then does not end. */
  public static final int LIMIT_SECONDS = 10;

  private final Map<String, String> environment;
  private final int limitSeconds;

  public ReferenceRun(StockOCaml ocaml) {
    this(ocaml, LIMIT_SECONDS);
  }

  ReferenceRun(StockOCaml ocaml, int limitSeconds) {
    this.environment = Map.of("OCAMLC", ocaml.ocamlc().toString(), "OCAMLRUN", ocaml.ocamlrun().toString());
    this.limitSeconds = limitSeconds;
  }

  /** Exports the case to the directory, builds it and runs it. */
  public ReferenceResult run(Case c, Path directory) throws IOException, InterruptedException {
    CaseExport.write(c, directory);
    Subprocess build = command(directory, "build.sh");
    return build.exitCode() == 0
        ? ReferenceResult.of(command(directory, "run.sh"), limitSeconds)
        : ReferenceResult.notBuilt(build);
  }

  private Subprocess command(Path directory, String script) throws IOException, InterruptedException {
    return Subprocess.run(directory, List.of("/bin/sh", script), environment, limitSeconds);
  }
}
