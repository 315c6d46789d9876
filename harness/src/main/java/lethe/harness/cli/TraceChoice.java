package lethe.harness.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lethe.vm.trace.Level;
import picocli.CommandLine.Option;

/** The options that say which events a trace holds. What is absent is as the case's header has it. */
final class TraceChoice {
  @Option(
      names = "--level",
      paramLabel = "L",
      description = "Which events: effects, calls or steps, each holds the one before. If absent, as the case's header says, "
          + "of an executable effects.")
  private String level;

  @Option(
      names = "--window",
      split = ",",
      paramLabel = "UNIT",
      description = "Only events of these units; 'all' for all. If absent, as the case's header says, of an executable all.")
  private List<String> window = new ArrayList<>();

  Level levelOr(Level absent) {
    return level == null ? absent : Level.named("--level", level);
  }

  /** The units; all if empty. */
  Set<String> unitsOr(Set<String> absent) {
    if (window.isEmpty()) {
      return absent;
    }
    return window.contains("all") ? Set.of() : new LinkedHashSet<>(window);
  }
}
