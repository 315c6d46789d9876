package lethe.harness.lockstep;

import java.util.List;
import java.util.Optional;

/**
 * The first step that differs, and what was around it.
 *
 * @param before steps that both took, the last {@link Range#AROUND}
 * @param ours what ours is about to do and the steps behind; empty if it has ended
 * @param reference the same of the reference
 * @param shapesSince if the level compares no shapes: the first step of the block from which on they differ
 */
public record Divergence(List<Step> before, List<Step> ours, List<Step> reference, Optional<Step> shapesSince) {
  static Divergence between(List<Step> ours, List<Step> reference, Level level) {
    int at = first(ours, reference, level);
    int shapes = first(ours, reference, Level.FULL);
    return new Divergence(
        ours.subList(Math.max(0, at - Range.AROUND), at),
        ours.subList(at, Math.min(ours.size(), at + Range.AROUND)),
        reference.subList(at, Math.min(reference.size(), at + Range.AROUND)),
        shapes < at ? Optional.of(ours.get(shapes)) : Optional.empty());
  }

  /** The first step that differs; the length of the shorter list if none does. */
  static int first(List<Step> ours, List<Step> reference, Level level) {
    int at = 0;
    while (at < ours.size() && at < reference.size() && ours.get(at).shapes().matches(reference.get(at).shapes(), level)) {
      at++;
    }
    return at;
  }

  /** Did both runs, when repeated, do the same? Then one of them is not a function of its world. */
  boolean isGone() {
    return ours.isEmpty() && reference.isEmpty();
  }
}
