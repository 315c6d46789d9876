package lethe.harness.law;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How something is reached: step by step from a root. Made for every block of a heap and shown for one, so it is put into words
 * only then.
 */
final class Way {
  /** More steps than these are not worth their length: the root and the last few are shown. */
  private static final int SHOWN = 5;

  private static final int ROOT = -1;
  private static final int CLOSURE = -2;
  private static final int SLOT = -3;
  private static final int DATA = -4;

  private final Way before;
  /** The number of a field, or what kind of step it is. */
  private final int step;
  /** The root's or the unit's name; null for a field. */
  private final String name;

  private Way(Way before, int step, String name) {
    this.before = before;
    this.step = step;
    this.name = name;
  }

  static Way from(String root) {
    return new Way(null, ROOT, root);
  }

  Way field(int number) {
    return new Way(this, number, null);
  }

  Way closure() {
    return new Way(this, CLOSURE, null);
  }

  /** By the data of an ephemeron. */
  Way data() {
    return new Way(this, DATA, null);
  }

  Way slotOf(String unit) {
    return new Way(this, SLOT, unit);
  }

  private String word() {
    return switch (step) {
      case ROOT -> name;
      case CLOSURE -> "closure";
      case SLOT -> "slot of " + name;
      case DATA -> "data";
      default -> "field " + step;
    };
  }

  @Override
  public String toString() {
    Deque<String> words = new ArrayDeque<>();
    Way at = this;
    while (at.before != null && words.size() < SHOWN) {
      words.push(at.word());
      at = at.before;
    }
    if (at.before != null) {
      words.push("…");
    }
    while (at.before != null) {
      at = at.before;
    }
    words.push(at.word());
    return String.join(", ", words);
  }
}
