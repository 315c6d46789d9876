package lethe.vm.heap;

import java.util.Arrays;

/**
 * Values whose fate somebody follows without keeping them alive (memprof.c). Told in the order in which they were taken in, once
 * the collection has decided.
 */
public final class FollowedValues {
  /** Is told what became of a value. Must not allocate or store. */
  public interface Follower {
    /** It has left the minor area. */
    void promoted(int id);

    /** It is dead, in the minor area or in the major one. */
    void died(int id, boolean young);
  }

  private final Heap heap;
  private long[] values = new long[16];
  private int[] ids = new int[16];
  private int size;
  private int firstYoung;
  private Follower follower;

  FollowedValues(Heap heap) {
    this.heap = heap;
  }

  /** From now on this one is told, and of nothing that was followed before; null for nobody. */
  public void setFollower(Follower f) {
    follower = f;
    size = 0;
    firstYoung = 0;
  }

  /** Takes in the block that has just been allocated. */
  public void follow(long block, int id) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
      ids = Arrays.copyOf(ids, 2 * size);
    }
    values[size] = block;
    ids[size++] = id;
  }

  /** It is decided which young blocks survive. */
  void settleYoung(Survival survival) {
    settle(firstYoung, survival);
    firstYoung = size;
  }

  /** It is decided what survives. */
  void settleAll(Survival survival) {
    settle(0, survival);
    firstYoung = size;
  }

  private void settle(int from, Survival survival) {
    int live = from;
    int end = size;
    for (int i = from; i < end; i++) {
      boolean young = heap.isYoung(values[i]);
      if (survival.isAlive(values[i])) {
        values[live] = survival.keep(values[i]);
        ids[live++] = ids[i];
        if (young) {
          follower.promoted(ids[i]);
        }
      } else {
        follower.died(ids[i], young);
      }
    }
    size = live;
  }
}
