package lethe.vm.policy;

import java.util.List;
import lethe.vm.isa.Opcode;
import lethe.vm.isa.Operand;
import lethe.vm.isa.Operation;

/**
 * The operations that policies put into loaded code, with the names of the thread. Each has the operands and the length of
 * the opcode that it takes the place of, so no offset changes. What it does is the policy's.
 */
enum DynOperation implements Operation {
  CLOSURE_DYN(Opcode.CLOSURE),
  CLOSUREREC_DYN(Opcode.CLOSUREREC),
  GRAB_DYN(Opcode.GRAB),
  RESTART_DYN(Opcode.RESTART),
  /** A let-rec dummy for a closure (alloc.c), of the size that this policy's closures have. */
  C_CALL2_DYN(Opcode.C_CALL2),
  /** Calls that look at the closure they call: {@code stub-local} for its own block, {@code export} for others. */
  APPLY_DYN(Opcode.APPLY),
  APPLY1_DYN(Opcode.APPLY1),
  APPLY2_DYN(Opcode.APPLY2),
  APPLY3_DYN(Opcode.APPLY3),
  APPTERM_DYN(Opcode.APPTERM),
  APPTERM1_DYN(Opcode.APPTERM1),
  APPTERM2_DYN(Opcode.APPTERM2),
  APPTERM3_DYN(Opcode.APPTERM3),
  /** Posts the unit's module block ({@code export}). */
  SETGLOBAL_DYN(Opcode.SETGLOBAL),
  /** In the static stub only; takes the place of nothing. */
  CALL_DYN(null),
  /** In the static stub only; takes the place of nothing. */
  POP_DYN(null);

  private final Opcode plain;

  DynOperation(Opcode plain) {
    this.plain = plain;
  }

  /** The operation with the number, or OCaml's opcode; null if there is neither. */
  static Operation of(int number) {
    int i = number - FIRST_ADDED;
    return i >= 0 && i < values().length ? values()[i] : Opcode.of(number);
  }

  /** The call that takes the place of an OCaml opcode, null if that calls no closure. */
  static DynOperation callInPlaceOf(Opcode plain) {
    return switch (plain) {
      case APPLY -> APPLY_DYN;
      case APPLY1 -> APPLY1_DYN;
      case APPLY2 -> APPLY2_DYN;
      case APPLY3 -> APPLY3_DYN;
      case APPTERM -> APPTERM_DYN;
      case APPTERM1 -> APPTERM1_DYN;
      case APPTERM2 -> APPTERM2_DYN;
      case APPTERM3 -> APPTERM3_DYN;
      default -> null;
    };
  }

  /** Does it take the place of a call of a closure? */
  boolean isCall() {
    return plain != null && callInPlaceOf(plain) == this;
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // the numbers are private to a run; only their order is used
  public int number() {
    return FIRST_ADDED + ordinal();
  }

  @Override
  public String mnemonic() {
    return name();
  }

  @Override
  public List<Operand> operands() {
    return plain == null ? List.of() : plain.operands();
  }

  @Override
  public Opcode plain() {
    return plain;
  }
}
