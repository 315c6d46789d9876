package lethe.vm.isa;

import java.util.List;

/**
 * Something that may stand in the code words. OCaml's own are {@link Opcode}; a policy may add others, with
 * numbers from {@link #FIRST_ADDED} up, that stand for one of OCaml's.
 */
public interface Operation {
  /** The lowest number of an operation that is not OCaml's. */
  int FIRST_ADDED = 256;

  /** The code word. */
  int number();

  String mnemonic();

  /** The kinds of the operands, in the order of their words. */
  List<Operand> operands();

  /** The OCaml opcode it stands for; an {@link Opcode} stands for itself. */
  Opcode plain();
}
