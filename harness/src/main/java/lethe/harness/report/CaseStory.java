package lethe.harness.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import lethe.harness.corpus.Case;
import lethe.vm.asm.AssembledUnit;

/**
 * All that is told of one case.
 *
 * @param source lines of its file
 * @param units where their code stands in it
 * @param changes goldens that the run does not agree with
 */
record CaseStory(String id, List<String> source, List<Unit> units, List<PolicyRun> runs, List<Difference> changes) {
  /**
   * A unit.
   *
   * @param lines of the file, from 1, for each int of its code
   */
  @SuppressWarnings("ArrayRecordComponent") // made once, never compared
  record Unit(String name, boolean isStatic, int[] lines) {
    static Unit of(AssembledUnit unit) {
      return new Unit(unit.name(), unit.isStatic() || unit.name().equals("main"), unit.lineOfOffset());
    }
  }

  static CaseStory of(Case c, List<PolicyRun> runs, List<Difference> changes) {
    return new CaseStory(c.id(), source(c), c.units().stream().map(Unit::of).toList(), runs, changes);
  }

  private static List<String> source(Case c) {
    try {
      return Files.readAllLines(c.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
