package lethe.harness.testsuite;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lethe.harness.lockstep.WorkingFolder;

/** Runs a program on ocamlrun and in each way beside it, and compares. */
final class Trial {
  private final Engine ocamlrun;
  private final List<Way> ways;

  Trial(Engine ocamlrun, List<Way> ways) {
    this.ocamlrun = ocamlrun;
    this.ways = List.copyOf(ways);
  }

  /** What is wrong, by way. One that ocamlrun does not pass either, or not always, says nothing of us. */
  Map<String, Optional<String>> of(Program program, Expected expected, Workplace workplace)
      throws LeftOut, IOException, InterruptedException {
    workplace.save();
    Ending stock = ocamlrun.run(program);
    if (!expected.isMetBy(stock)) {
      throw new LeftOut("does not pass on this ocamlrun");
    }
    Map<String, Optional<String>> differences = new LinkedHashMap<>();
    WorkingFolder folder = new WorkingFolder(program.directory(), workplace::restore);
    for (Way way : ways) {
      Optional<String> difference = way.difference(program, folder, stock);
      if (difference.isPresent()) {
        folder.prepare();
        if (ocamlrun.run(program).difference(stock).isPresent()) {
          throw new LeftOut("is not the same twice on ocamlrun");
        }
      }
      differences.put(way.name(), difference);
    }
    return differences;
  }
}
