package lethe.vm.asm;

/** What the text of a unit says besides its code; the assembler reads the same unit, whatever it is. */
public interface Annotations {
  /** Labels named by their offsets, no comments. */
  Annotations NONE = new Annotations() {};

  /** The label of an offset: a name, and none twice. */
  default String label(int offsetInts) {
    return "L" + offsetInts;
  }

  /** One line about the instruction at an offset; empty if there is nothing to say. */
  default String comment(int offsetInts) {
    return "";
  }
}
