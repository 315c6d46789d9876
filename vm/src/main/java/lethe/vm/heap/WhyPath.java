package lethe.vm.heap;

import java.util.List;

/**
 * Why a block is alive: a shortest path to it.
 *
 * @param root where it starts; kind GLOBAL with the slot's index for a root of {@link ExtraEdges#roots}
 * @param steps from the block that the root refers to on; empty if that is the one asked for
 */
public record WhyPath(RootEntry root, List<Step> steps) {
  /** How a block refers to the next. */
  public enum Via {
    /** By a field; the number is its index. */
    FIELD,
    /** A handle, by a global slot that its code names; the number is the slot. */
    SLOT,
    /** A closure, by a code field; the number is its index. */
    CODE,
    /** An ephemeron whose keys are alive, by its data. */
    DATA
  }

  /** The block left, and the way out of it. */
  public record Step(long block, Via via, int number) {}

  public WhyPath {
    steps = List.copyOf(steps);
  }
}
