package lethe.vm.link;

import lethe.vm.interp.CodeBlock;
import lethe.vm.isa.Operation;

/** Hears what loading a unit does, for a trace; only for units loaded dynamically. */
public interface LoadObserver {
  LoadObserver NONE = new LoadObserver() {};

  /** Literals of the unit are about to be built; blocks born until {@link #placed} are the loader's. */
  default void placing(String unit) {}

  default void placed() {}

  /** The block is in place; {@link #linked} and {@link #rewritten} follow in the order of offsets. */
  default void loaded(CodeBlock block, int literals, int slots) {}

  /** The int at the offset now refers to this: {@code primitive caml_x}, {@code global Plugin}, {@code literal 1}. */
  default void linked(CodeBlock block, int offsetInts, String to) {}

  default void rewritten(CodeBlock block, int offsetInts, Operation from, Operation to) {}

  /** The initialiser starts. */
  default void started(CodeBlock block) {}

  /** The initialiser is over, normally or not, and the policy hears of it next: it may free the block. */
  default void finishing(CodeBlock block) {}

  /** The policy has heard of it. */
  default void finished(CodeBlock block) {}

  /** The initialiser has returned. */
  default void initialised(CodeBlock block) {}

  /** The program asks that the block be freed. */
  default void unloadRequested(CodeBlock block) {}
}
