package lethe.harness.law;

import java.util.ArrayList;
import java.util.List;
import lethe.vm.CodeMap;
import lethe.vm.CollectionWitness;
import lethe.vm.heap.HeapSnapshot;

/**
 * Judges every full collection of a run, and every freeing on request: what was freed, against {@link Reachability}.
 */
public final class LivenessWitness implements CollectionWitness {
  private final List<String> wronglyFreed = new ArrayList<>();
  private List<String> wronglyKept = List.of();

  @Override
  public void decided(HeapSnapshot before, CodeMap code, List<String> freed, boolean collected) {
    judge(new SnapshotMemory(before, code), new SnapshotCode(before, code), freed);
  }

  /**
   * A full collection, or a freeing on request, has happened.
   *
   * @param before memory as it stood before it
   * @param code the code that was there before it
   * @param freed instances that it freed
   */
  void judge(MemoryView before, CodeView code, List<String> freed) {
    Reachability reachable = Reachability.of(before, code);
    for (String unit : freed) {
      reachable.pathTo(unit).ifPresent(path -> wronglyFreed.add(unit + ": " + path));
    }
    wronglyKept = code.loaded().stream()
        .filter(unit -> !freed.contains(unit) && !reachable.units().contains(unit)).toList();
  }

  /** Instances that were freed while reachable, each with the path to it. */
  public List<String> wronglyFreed() {
    return List.copyOf(wronglyFreed);
  }

  /** Instances that were dead at the last full collection and are still there. */
  public List<String> wronglyKept() {
    return wronglyKept;
  }
}
