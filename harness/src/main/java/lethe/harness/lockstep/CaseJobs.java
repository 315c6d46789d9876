package lethe.harness.lockstep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lethe.harness.corpus.Case;
import lethe.harness.export.CaseExport;

/** A case as a program: exported, and linked with Dynlink by stock OCaml. */
public final class CaseJobs {
  private static final String EXECUTABLE = "program";

  private CaseJobs() {}

  /** Builds the case in a folder of its own; it runs there. */
  public static Job of(Case c, Path folder) throws IOException {
    CaseExport.write(c, folder);
    Command.run(List.of("/bin/sh", "build.sh"), folder);
    return Job.in(folder, folder.resolve(EXECUTABLE));
  }
}
