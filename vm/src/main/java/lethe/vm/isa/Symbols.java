package lethe.vm.isa;

/**
 * Names for the operands that are only numbers in the code. In a unit on disk the names come from the relocation at the
 * operand's offset, in linked code from its value; hence both are given. By default numbers stay numbers.
 */
public interface Symbols {
  /** No names at all. */
  Symbols NONE = new Symbols() {};

  /** A global's name, or a literal as the assembler writes it. */
  default String global(int operandOffset, int index) {
    return Integer.toString(index);
  }

  /** A primitive's name. */
  default String primitive(int operandOffset, int index) {
    return Integer.toString(index);
  }

  /** A label for an absolute offset. */
  default String label(int target) {
    return Integer.toString(target);
  }
}
