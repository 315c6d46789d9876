package lethe.harness.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lethe.vm.asm.AssembledUnit;
import lethe.vm.trace.Level;

/**
 * One program of the corpus, and what must happen to it.
 *
 * @param id {@code area/name}
 * @param tracePolicies policies whose trace is approved
 * @param window units whose events stand in an approved trace; empty: all
 * @param schedule of the golden run, {@code none} or as in the header
 * @param minorWords minor heap
 * @param stackWords stack limit
 * @param reference empty: stock OCaml runs it with the result of policy {@code keep}
 * @param cost empty: nothing is counted by it
 * @param expectations of every policy, in the order of {@link Policies#ALL}
 * @param units in the order of the file; the last is main
 * @param sources of the units that come from OCaml, in the order of the file
 */
public record Case(
    String id,
    String title,
    String shows,
    List<String> hazards,
    Level level,
    List<String> tracePolicies,
    Set<String> window,
    String schedule,
    int minorWords,
    int stackWords,
    Set<Observation> observes,
    Optional<Reference> reference,
    Optional<Cost> cost,
    Map<String, Expectation> expectations,
    List<AssembledUnit> units,
    List<OcamlSource> sources,
    Path file) {

  /** The file as messages name it: {@code corpus/area/name.case}, or where it is outside a corpus. */
  public String where() {
    Path inCorpus = Path.of("corpus", id + ".case");
    return (file.endsWith(inCorpus) ? inCorpus : file).toString();
  }

  public boolean observes(Observation observation) {
    return observes.contains(observation);
  }

  /** The same case, as if it observed nothing. */
  public Case observingNothing() {
    return new Case(
        id, title, shows, hazards, level, tracePolicies, window, schedule, minorWords, stackWords, Set.of(), reference,
        cost, expectations, units, sources, file);
  }

  /** The expectation for a policy; every policy has one. */
  public Expectation expectation(String policy) {
    return expectations.get(policy);
  }
}
