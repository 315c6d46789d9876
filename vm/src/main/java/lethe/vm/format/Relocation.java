package lethe.vm.format;

/** A code word that linking fills in (cmo_format.mli, reloc_info). On disk the word is 0. */
public sealed interface Relocation {
  /** The word, in ints from the start of the unit's code. */
  int offsetInts();

  /** The slot of a literal, a new one for each relocation. */
  record Literal(int offsetInts, Constant constant) implements Relocation {}

  /** The slot of a global that must exist. */
  record GetGlobal(int offsetInts, GlobalName global) implements Relocation {}

  /** The slot of a global that the unit defines. */
  record SetGlobal(int offsetInts, GlobalName global) implements Relocation {}

  /** The index of a primitive. */
  record Primitive(int offsetInts, String name) implements Relocation {}
}
