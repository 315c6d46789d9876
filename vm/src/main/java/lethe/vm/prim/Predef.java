package lethe.vm.prim;

/** The predefined exceptions; the ordinal is the slot of the globals that holds each (fail.h). */
public enum Predef {
  OUT_OF_MEMORY("Out_of_memory"),
  SYS_ERROR("Sys_error"),
  FAILURE("Failure"),
  INVALID_ARGUMENT("Invalid_argument"),
  END_OF_FILE("End_of_file"),
  DIVISION_BY_ZERO("Division_by_zero"),
  NOT_FOUND("Not_found"),
  MATCH_FAILURE("Match_failure"),
  STACK_OVERFLOW("Stack_overflow"),
  SYS_BLOCKED_IO("Sys_blocked_io"),
  ASSERT_FAILURE("Assert_failure"),
  UNDEFINED_RECURSIVE_MODULE("Undefined_recursive_module");

  private final String ocamlName;

  Predef(String ocamlName) {
    this.ocamlName = ocamlName;
  }

  /** The constructor's name in OCaml, e.g. "Not_found". */
  public String ocamlName() {
    return ocamlName;
  }

  /** Slot of the globals. */
  @SuppressWarnings("EnumOrdinal") // the order of declaration is the order of the slots
  public int slot() {
    return ordinal();
  }
}
