package lethe.harness.change;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lethe.vm.trace.EventKind;

/**
 * Which name of the approved trace stands for which of the received one. It is learnt from the events that define a name, and no
 * others: an object is defined where it is born, a place where its instruction is linked, rewritten or executed. To learn from every
 * pair of lines would take a reference to another object for a new name of the same.
 */
final class Renaming {
  private final Map<Long, Long> approvedOf = new HashMap<>();
  private final Set<Long> taken = new HashSet<>();
  private int objects;
  private int elsewhere;
  private int places;

  private Renaming() {}

  static Renaming learn(TraceLines approved, TraceLines received, Alignment alignment) {
    Renaming renaming = new Renaming();
    for (int right = 0; right < received.size(); right++) {
      int left = alignment.leftOf(right);
      if (left == Alignment.NONE) {
        if (received.kind(right) == EventKind.ALLOC && received.nameCount(right) > 0) {
          long name = received.name(right, 0);
          renaming.approvedOf.put(name, Name.newborn(name));
        }
      } else if (approved.kind(left) == received.kind(right) && approved.nameCount(left) > 0
          && received.nameCount(right) > 0) {
        renaming.learn(received.kind(right), approved.name(left, 0), received.name(right, 0));
      }
    }
    return renaming;
  }

  private void learn(EventKind kind, long approved, long received) {
    if (kind == EventKind.ALLOC) {
      object(approved, received);
    } else if (kind == EventKind.LINK || kind == EventKind.REWRITE || kind == EventKind.STEP) {
      place(approved, received);
    }
  }

  /** Each object is born once, so no two meet here. */
  private void object(long approved, long received) {
    if (approved != received) {
      approvedOf.put(received, approved);
      if (Name.text(approved) == Name.text(received)) {
        objects++;
      } else {
        elsewhere++;
      }
    }
  }

  /** An instruction may be executed often: the first time counts. */
  private void place(long approved, long received) {
    if (!approvedOf.containsKey(received) && taken.add(approved)) {
      approvedOf.put(received, approved);
      places += approved == received ? 0 : 1;
    }
  }

  /** The approved name; the name itself if it is known under no other. */
  long approved(long received) {
    return approvedOf.getOrDefault(received, received);
  }

  /** Objects that have another count at the same birthplace. */
  int objects() {
    return objects;
  }

  /** Objects that are born at another place. */
  int elsewhere() {
    return elsewhere;
  }

  /** Instructions that have another offset. */
  int places() {
    return places;
  }
}
