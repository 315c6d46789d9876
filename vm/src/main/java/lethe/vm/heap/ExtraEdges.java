package lethe.vm.heap;

import lethe.vm.value.Value;

/** The references that {@link CodeReferences} adds to those of the heap, for a path through a snapshot. */
public interface ExtraEdges {
  /** Takes one reference: its number (a global slot) and the word it holds. */
  @FunctionalInterface
  interface Target {
    void accept(int slot, long word);
  }

  /** Nothing but the heap's own references. */
  ExtraEdges NONE =
      new ExtraEdges() {
        @Override
        public boolean followsFields(long block) {
          return true;
        }

        @Override
        public void roots(Target target) {}

        @Override
        public void children(long handle, Target target) {}

        @Override
        public long owner(long codeAddress) {
          return Value.UNIT;
        }
      };

  /** False for the block of globals, whose slots {@link #roots} and {@link #children} give one by one. */
  boolean followsFields(long block);

  /** The global slots that are alive by themselves: those of static and pinned code. */
  void roots(Target target);

  /** The global slots that the code of a handle names. */
  void children(long handle, Target target);

  /** The handle that a code address in a closure or a stack slot keeps alive; unit if the policy has no such rule. */
  long owner(long codeAddress);
}
