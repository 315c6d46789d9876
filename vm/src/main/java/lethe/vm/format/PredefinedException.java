package lethe.vm.format;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The exceptions that every program has, in the order of their global slots, from 0 (fail.h). Object files name them by
 * the stamp that the compiler's predef.ml gave them (4.13).
 */
public enum PredefinedException {
  OUT_OF_MEMORY("Out_of_memory", 19),
  SYS_ERROR("Sys_error", 23),
  FAILURE("Failure", 21),
  INVALID_ARGUMENT("Invalid_argument", 20),
  END_OF_FILE("End_of_file", 24),
  DIVISION_BY_ZERO("Division_by_zero", 25),
  NOT_FOUND("Not_found", 22),
  MATCH_FAILURE("Match_failure", 18),
  STACK_OVERFLOW("Stack_overflow", 26),
  SYS_BLOCKED_IO("Sys_blocked_io", 27),
  ASSERT_FAILURE("Assert_failure", 28),
  UNDEFINED_RECURSIVE_MODULE("Undefined_recursive_module", 29);

  private static final Map<String, PredefinedException> BY_NAME = new LinkedHashMap<>();

  static {
    for (PredefinedException exception : values()) {
      BY_NAME.put(exception.ocamlName, exception);
    }
  }

  private final String ocamlName;
  private final int stamp;

  PredefinedException(String ocamlName, int stamp) {
    this.ocamlName = ocamlName;
    this.stamp = stamp;
  }

  /** The exception of this OCaml name, null if it is none of these. */
  public static PredefinedException named(String ocamlName) {
    return BY_NAME.get(ocamlName);
  }

  public String ocamlName() {
    return ocamlName;
  }

  /** Index in the array of globals. */
  @SuppressWarnings("EnumOrdinal") // the order is that of the slots
  public int slot() {
    return ordinal();
  }

  int stamp() {
    return stamp;
  }
}
