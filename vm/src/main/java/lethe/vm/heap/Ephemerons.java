package lethe.vm.heap;

import lethe.vm.value.Header;
import lethe.vm.value.Tag;
import lethe.vm.value.Value;

/**
 * Weak arrays and ephemerons (weak.c): blocks {@code [link, data, key…]} of tag ABSTRACT in the major area, whose words
 * the collector does not follow. A weak array is an ephemeron without data. The link, which in OCaml strings all of them
 * together, is not used here: it stays 0.
 *
 * <p>A field is {@link #EMPTY} or holds a value. A collection empties each key whose block dies, and the data with it;
 * before any code is freed. A minor collection takes every block of the major area for alive, and so every ephemeron.
 */
public final class Ephemerons {
  /** What an empty field holds: no value. */
  public static final long EMPTY = 0;

  /** The field of the data. */
  public static final int DATA = 1;

  public static final int FIRST_KEY = 2;

  private final Heap heap;

  /** All of them, by index of field 0, in the order of their birth. */
  private final IntStack all = new IntStack();

  /** Fields that may hold a young value: pairs of an ephemeron and a field's number; a pair may occur twice. */
  private final IntStack young = new IntStack();

  Ephemerons(Heap heap) {
    this.heap = heap;
  }

  /** A new ephemeron with that many keys, all fields empty. */
  public long allocate(int keys) {
    long ephemeron = heap.allocateMajor(FIRST_KEY + keys, Tag.ABSTRACT);
    all.push(Value.indexOf(ephemeron));
    return ephemeron;
  }

  /** The word of a field from {@link #DATA} on. */
  public long get(long ephemeron, int field) {
    return heap.wordAt(ephemeron, field);
  }

  /** Stores a value, or {@link #EMPTY}, which also is how a field is emptied. */
  public void set(long ephemeron, int field, long word) {
    boolean wasYoung = isYoung(heap.wordAt(ephemeron, field));
    heap.setWordAt(ephemeron, field, word);
    if (!wasYoung && isYoung(word)) {
      young.push(Value.indexOf(ephemeron));
      young.push(field);
    }
  }

  private boolean isYoung(long word) {
    return word != EMPTY && heap.isYoung(word);
  }

  /** All of them, by index of field 0. */
  int[] toArray() {
    return all.toArray();
  }

  /** Fields that may hold a young value, as {@link #young} has them. */
  IntStack young() {
    return young;
  }

  // Minor collections.

  /** Gives the rule all ephemerons that have young data. */
  void considerYoung(EphemeronRule rule) {
    for (int i = 0; i < young.size(); i += 2) {
      if (young.get(i + 1) == DATA) {
        rule.consider(young.get(i));
      }
    }
  }

  /** It is decided which young blocks survive: fields follow them to their new place, or are emptied. */
  void settleYoung(Survival survival) {
    for (int i = 0; i < young.size(); i += 2) {
      int ephemeron = young.get(i);
      int field = young.get(i + 1);
      boolean isThere = field < Header.sizeWords(heap.words[ephemeron - 1]); // or it has been truncated
      if (isThere && isYoung(heap.words[ephemeron + field])) {
        settle(ephemeron, field, survival);
      }
    }
    young.clear();
  }

  // Full collections.

  void considerAll(EphemeronRule rule) {
    for (int i = 0; i < all.size(); i++) {
      rule.consider(all.get(i));
    }
  }

  /** It is decided what survives: dead ephemerons are forgotten, and the fields of the others emptied as is due. */
  void settleAll(Survival survival) {
    int live = 0;
    for (int i = 0; i < all.size(); i++) {
      int ephemeron = all.get(i);
      if (survival.isAlive(Value.ofIndex(ephemeron))) {
        all.set(live++, ephemeron);
        int size = Header.sizeWords(heap.words[ephemeron - 1]);
        for (int field = FIRST_KEY; field < size; field++) {
          settle(ephemeron, field, survival);
        }
      }
    }
    all.shrink(live);
  }

  private void settle(int ephemeron, int field, Survival survival) {
    long word = heap.words[ephemeron + field];
    if (word == EMPTY) {
      return;
    }
    if (survival.isAlive(word)) {
      heap.words[ephemeron + field] = survival.keep(word);
    } else if (heap.seams.empties(word)) {
      heap.words[ephemeron + field] = EMPTY;
      heap.words[ephemeron + DATA] = EMPTY;
    }
  }
}
