package lethe.harness.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lethe.harness.subject.Delay;
import lethe.vm.CodeMap;
import lethe.vm.CollectionWitness;
import lethe.vm.heap.HeapSnapshot;

/**
 * Judges every full collection of a run, and every freeing on request: what was freed, against {@link Reachability}.
 */
public final class LivenessWitness implements CollectionWitness {
  private final List<String> wronglyFreed = new ArrayList<>();
  private List<String> wronglyKept = List.of();

  /** Of each dead instance that is still there: full collections that have found it dead without a gap. */
  private final Map<String, Integer> dead = new LinkedHashMap<>();

  private final List<Delay> delays = new ArrayList<>();

  @Override
  public void decided(HeapSnapshot before, CodeMap code, List<String> freed, boolean collected) {
    judge(new SnapshotMemory(before, code), new SnapshotCode(before, code), freed, collected);
  }

  /**
   * A full collection, or a freeing on request, has happened.
   *
   * @param before memory as it stood before it
   * @param code the code that was there before it
   * @param freed instances that it freed
   * @param collected false for a freeing on request
   */
  void judge(MemoryView before, CodeView code, List<String> freed, boolean collected) {
    Reachability reachable = Reachability.of(before, code);
    for (String unit : freed) {
      reachable.pathTo(unit).ifPresent(path -> wronglyFreed.add(unit + ": " + path));
    }
    List<String> unreachable = code.loaded().stream().filter(unit -> !reachable.units().contains(unit)).toList();
    wronglyKept = unreachable.stream().filter(unit -> !freed.contains(unit)).toList();
    count(unreachable, freed, collected);
  }

  private void count(List<String> unreachable, List<String> freed, boolean collected) {
    // Who is reachable again, by an address that had hidden in data, begins anew.
    dead.keySet().retainAll(unreachable);
    for (String unit : unreachable) {
      if (freed.contains(unit)) {
        delays.add(new Delay(unit, dead.getOrDefault(unit, 0), true));
        dead.remove(unit);
      } else if (collected) {
        dead.merge(unit, 1, Integer::sum);
      }
    }
  }

  /** Instances that were freed while reachable, each with the path to it. */
  public List<String> wronglyFreed() {
    return List.copyOf(wronglyFreed);
  }

  /** Instances that were dead at the last full collection and are still there. */
  public List<String> wronglyKept() {
    return wronglyKept;
  }

  /** How long each instance that died was still there; those that stayed come last. */
  public List<Delay> delays() {
    List<Delay> all = new ArrayList<>(delays);
    dead.forEach((unit, collections) -> all.add(new Delay(unit, collections, false)));
    return all;
  }
}
