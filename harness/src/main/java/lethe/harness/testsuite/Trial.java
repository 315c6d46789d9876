package lethe.harness.testsuite;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Runs a program on ocamlrun and on our machine in each mode, and compares. */
final class Trial {
  private final Engine ocamlrun;
  private final Map<Mode, Engine> modes;

  Trial(Engine ocamlrun, Map<Mode, Engine> modes) {
    this.ocamlrun = ocamlrun;
    this.modes = new LinkedHashMap<>(modes);
  }

  /** What is wrong, by mode. One that ocamlrun does not pass either, or not always, says nothing of us. */
  Map<String, Optional<String>> of(Program program, Expected expected, Workplace workplace)
      throws LeftOut, IOException, InterruptedException {
    workplace.save();
    Ending stock = ocamlrun.run(program);
    if (!expected.isMetBy(stock)) {
      throw new LeftOut("does not pass on this ocamlrun");
    }
    Map<String, Optional<String>> differences = new LinkedHashMap<>();
    for (Map.Entry<Mode, Engine> mode : modes.entrySet()) {
      workplace.restore();
      Optional<String> difference = mode.getValue().run(program).difference(stock);
      if (difference.isPresent()) {
        workplace.restore();
        if (ocamlrun.run(program).difference(stock).isPresent()) {
          throw new LeftOut("is not the same twice on ocamlrun");
        }
      }
      differences.put(mode.getKey().toString(), difference);
    }
    return differences;
  }
}
