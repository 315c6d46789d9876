package lethe.vm;

import java.util.List;
import lethe.vm.heap.HeapSnapshot;

/**
 * Is shown what every full collection, and every request that is obeyed, freed: for a judgement that is independent of the
 * policy's own.
 */
@FunctionalInterface
public interface CollectionWitness {
  /**
   * It has been decided what is freed; nothing has been swept yet.
   *
   * @param before the heap and its roots when marking started
   * @param code the blocks there were then
   * @param freed the names of those that were freed
   * @param collected false if they were freed on request
   */
  void decided(HeapSnapshot before, CodeMap code, List<String> freed, boolean collected);
}
