package lethe.vm.inspect;

import java.util.ArrayList;
import java.util.List;

/**
 * A shortest path from a root to what is kept. Among paths of one length it is the one from the earlier root, then through the
 * lower field.
 *
 * @param root where it starts
 * @param steps from the block that the root refers to on; empty if that is the target
 * @param target what is kept, {@code handle of plugin}
 */
public record KeepingPath(RootPlace root, List<Step> steps, String target) {
  /**
   * A root.
   *
   * @param name as in a trace: {@code stack 3} counted from the bottom, {@code cell 0}, {@code env}
   * @param place the same for a person: {@code frame 1 (return to main+12), env}
   */
  public record RootPlace(String name, String place) {}

  /** How a block refers to the next. */
  public enum Via {
    /** By a field; the number is its index from 0. */
    FIELD,
    /** A handle, by a global slot that its code names; the number is the slot. */
    SLOT,
    /** A closure, by a code address before its environment, which the policy has looked up; the number is its index. */
    CODE,
    /** An ephemeron, by its data: all its keys are alive. */
    DATA
  }

  /**
   * The block left, and the way out of it.
   *
   * @param block its name
   * @param way the way out for a person: {@code field 2}, {@code code word 0}, {@code global Plugin}
   */
  public record Step(String block, Via via, int number, String way) {}

  public KeepingPath {
    steps = List.copyOf(steps);
  }

  /** As in a trace's event {@code keep}: the root, then each block left with the way out. */
  public List<String> inTrace() {
    List<String> words = new ArrayList<>();
    words.add(root.name());
    for (Step step : steps) {
      words.add(
          switch (step.via()) {
            case FIELD -> step.block() + "." + step.number();
            case SLOT -> step.block() + ", global slot";
            case CODE -> step.block() + ", code";
            case DATA -> step.block() + ", data";
          });
    }
    return words;
  }

  /** {@code cell 0 → clo@plugin+3.1 → field 2 → handle of plugin}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(root.place());
    for (Step step : steps) {
      text.append(" → ").append(step.block()).append(" → ").append(step.way());
    }
    return text.append(" → ").append(target).toString();
  }
}
