package lethe.vm.interp;

/**
 * The small decisions of the code table, each right as it stands. A test that proves the harness able to fail overrides one
 * and passes the object to the machine. They are asked when code is marked or freed, never when it runs.
 */
public class CodeSeams {
  /** Is what a slot holds marked with the code that names the slot? */
  public boolean marksSlot(int slot) {
    return true;
  }

  /** Is a slot that no block names any more cleared and given out again? */
  public boolean freesSlot(int slot, boolean isPublic) {
    return !isPublic;
  }

  /** Does every instruction of a freed block lead to a fault? */
  public boolean poisons(CodeBlock freed) {
    return true;
  }

  /** Do addresses in the next block of that slot differ from those in the freed one? */
  public boolean raisesGeneration(CodeBlock freed) {
    return true;
  }
}
