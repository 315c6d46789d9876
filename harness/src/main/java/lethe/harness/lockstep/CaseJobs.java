package lethe.harness.lockstep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lethe.harness.corpus.Case;
import lethe.harness.export.CaseExport;
import lethe.vm.fault.InputError;

/** A case as a program: exported, and linked with Dynlink by stock OCaml. */
public final class CaseJobs {
  private static final String EXECUTABLE = "program";

  private CaseJobs() {}

  /** Is it a case that stock OCaml runs? The reason why not stands in its header. */
  public static boolean isComparable(Case c) {
    return c.reference().isEmpty() || c.reference().get().differs();
  }

  /**
   * Builds the case in a folder of its own, which is made anew; it runs there.
   *
   * @throws InputError if stock OCaml cannot run it
   */
  public static Job of(Case c, Path folder) throws IOException {
    if (!isComparable(c)) {
      throw new InputError(c.id(), "a case that stock OCaml can run", c.reference().orElseThrow().reason());
    }
    WorkingFolder.delete(folder);
    CaseExport.write(c, folder);
    Command.run(List.of("/bin/sh", "build.sh"), folder);
    return Job.in(folder, folder.resolve(EXECUTABLE));
  }
}
