package lethe.vm.interp;

import lethe.vm.isa.Insn;
import lethe.vm.prim.Primitive;

/** Makes instructions out of decoded ints. */
public interface Decoder {
  Instruction decode(Insn insn);

  /**
   * One instruction that does what the first and then the second do, where that pair is frequent; else the first itself. The
   * second stays at its own offset, for jumps to it. Asked only where nobody observes single instructions.
   */
  Instruction fuse(Instruction first, Instruction second);

  /** The primitive with this number in the program's table. */
  Primitive primitive(int number);
}
