package lethe.harness.change;

import java.util.HashMap;
import java.util.Map;
import lethe.vm.trace.EventKind;

/**
 * Objects that are born side by side and look alike. If one of two is new, nothing in their births tells which, but what is done with
 * them later does: the one that the program uses as before is the one that there was before.
 */
final class Twins {
  private final TraceLines received;
  private final Alignment births;
  private final Map<Long, Integer> approvedBirth;
  private final Map<Long, Integer> receivedBirth;
  private boolean hasExchanged;

  private Twins(TraceLines approved, TraceLines received, Alignment births) {
    this.received = received;
    this.births = births;
    approvedBirth = births(approved);
    receivedBirth = births(received);
  }

  /**
   * Pairs births anew where later lines say so.
   *
   * @param births the alignment from which names were learnt
   * @param later the one that was found with those names
   * @return whether there was any
   */
  static boolean exchange(TraceLines approved, TraceLines received, Alignment births, Alignment later) {
    Twins twins = null;
    for (int left = 0; left < approved.size(); left++) {
      int right = later.rightOf(left);
      if (right != Alignment.NONE && isOtherTwin(approved, left, received, right)) {
        twins = twins == null ? new Twins(approved, received, births) : twins;
        for (int i = 0; i < approved.nameCount(left); i++) {
          twins.consider(approved.name(left, i), received.name(right, i));
        }
      }
    }
    return twins != null && twins.hasExchanged;
  }

  /** Do two lines differ in the counts of objects alone? */
  private static boolean isOtherTwin(TraceLines approved, int left, TraceLines received, int right) {
    return approved.kind(left) != EventKind.ALLOC && approved.nameCount(left) > 0
        && approved.countless(left) == received.countless(right);
  }

  private static Map<Long, Integer> births(TraceLines lines) {
    Map<Long, Integer> births = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.kind(i) == EventKind.ALLOC && lines.nameCount(i) > 0) {
        births.put(lines.name(i, 0), i);
      }
    }
    return births;
  }

  private void consider(long old, long used) {
    Integer left = approvedBirth.get(old);
    Integer right = receivedBirth.get(used);
    if (left == null || right == null || births.leftOf(right) != Alignment.NONE) {
      return; // born before the trace, or somebody already
    }
    int taken = births.rightOf(left);
    if (taken != Alignment.NONE && received.countless(taken) == received.countless(right) && isBeside(left, right)) {
      births.unpair(left, taken);
      births.pair(left, right);
      hasExchanged = true;
    }
  }

  /** Would the pair cross no other? */
  private boolean isBeside(int left, int right) {
    int before = left - 1;
    while (before >= 0 && births.rightOf(before) == Alignment.NONE) {
      before--;
    }
    int after = left + 1;
    while (after < births.leftSize() && births.rightOf(after) == Alignment.NONE) {
      after++;
    }
    return (before < 0 || births.rightOf(before) < right)
        && (after == births.leftSize() || right < births.rightOf(after));
  }
}
