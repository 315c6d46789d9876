package lethe.harness.lockstep;

import lethe.vm.step.Detail;

/**
 * What is wanted of a run.
 *
 * @param detail how much of each step
 * @param from the first of the steps that are told word by word, counted from 1; 0 for digests of all
 * @param to the last of them, after which the run ends; 0 for digests of all
 * @param limit steps after which the run ends; 0 for none
 */
record Range(Detail detail, long from, long to, long limit) {
  /** Steps from one digest to the next. */
  static final long BLOCK = 4096;

  /** Steps that are shown before and behind a difference. */
  static final int AROUND = 8;

  /** Digests of all steps. */
  static Range whole(Level level, long limit) {
    return new Range(level.detail(), 0, 0, limit);
  }

  /** The steps of a block, counted from 0, and some before and behind. Of each everything is told. */
  static Range block(long block) {
    return new Range(Detail.ALL, Math.max(1, block * BLOCK + 1 - AROUND), (block + 1) * BLOCK + AROUND, 0);
  }
}
