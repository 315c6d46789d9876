package lethe.vm.interp;

import lethe.vm.isa.Insn;
import lethe.vm.prim.Primitive;

/** Makes instructions out of decoded ints. */
public interface Decoder {
  Instruction decode(Insn insn);

  /** The primitive with this number in the program's table. */
  Primitive primitive(int number);
}
