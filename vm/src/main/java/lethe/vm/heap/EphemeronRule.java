package lethe.vm.heap;

import java.util.HashMap;
import java.util.Map;
import lethe.vm.value.Header;
import lethe.vm.value.Value;

/**
 * The ephemeron rule (weak.h): the data of an ephemeron survives if the ephemeron itself and all keys that it holds do.
 *
 * <p>An ephemeron that lacks a condition waits for that one alone, under the block in question; when the block survives,
 * the ephemeron goes on with its next condition and never looks back. So each key is looked at once, whatever the order
 * in which ephemerons reach each other, and the work of a collection is linear in the blocks that survive and the keys.
 */
final class EphemeronRule {
  private static final int SELF = 0;
  private static final int NOBODY = -1;

  private final Survival survival;
  private final CollectorSeams seams;

  /** By awaited block: the number of the wait that began last; its predecessors hang on it. Never iterated. */
  private final Map<Integer, Integer> waiting = new HashMap<>();

  /** By number of the wait: who waits, for which condition ({@link #SELF}, or a field), and the wait before. */
  private final IntStack ephemerons = new IntStack();

  private final IntStack conditions = new IntStack();
  private final IntStack previous = new IntStack();

  /** Numbers of the waits that are over. */
  private final IntStack over = new IntStack();

  EphemeronRule(Survival survival, CollectorSeams seams) {
    this.survival = survival;
    this.seams = seams;
  }

  /** A collection starts. */
  void clear() {
    waiting.clear();
    ephemerons.clear();
    conditions.clear();
    previous.clear();
    over.clear();
  }

  /**
   * Keeps the ephemeron's data if it must survive as things stand, else waits.
   *
   * @param ephemeron index of its field 0
   */
  void consider(int ephemeron) {
    consider(ephemeron, SELF);
  }

  private void consider(int ephemeron, int from) {
    long[] words = survival.words();
    int size = Header.sizeWords(words[ephemeron - 1]);
    if (size <= Ephemerons.DATA || !isDead(words[ephemeron + Ephemerons.DATA])) {
      return;
    }
    if (from == SELF && isDead(Value.ofIndex(ephemeron))) {
      await(ephemeron, SELF, ephemeron);
      return;
    }
    for (int i = Math.max(from, Ephemerons.FIRST_KEY); i < size; i++) {
      if (isDead(words[ephemeron + i]) && seams.awaits(words[ephemeron + i])) {
        await(ephemeron, i, survival.start(words[ephemeron + i]));
        return;
      }
    }
    if (seams.keepsData(Value.ofIndex(ephemeron))) {
      survival.keepData(ephemeron);
    }
  }

  private boolean isDead(long word) {
    return word != Ephemerons.EMPTY && !survival.isAlive(word);
  }

  private void await(int ephemeron, int condition, int block) {
    Integer before = waiting.put(block, ephemerons.size());
    ephemerons.push(ephemeron);
    conditions.push(condition);
    previous.push(before == null ? NOBODY : before);
    survival.await(block);
  }

  /** The block, by the index of its field 0, survives: whoever waited for it is considered again by {@link #proceed}. */
  void survived(int block) {
    Integer wait = waiting.remove(block);
    for (int i = wait == null ? NOBODY : wait; i != NOBODY; i = previous.get(i)) {
      over.push(i);
    }
  }

  /** Considers again whoever need not wait any longer; false if there was nobody. */
  boolean proceed() {
    if (over.isEmpty()) {
      return false;
    }
    while (!over.isEmpty()) {
      int wait = over.pop();
      consider(ephemerons.get(wait), conditions.get(wait));
    }
    return true;
  }
}
