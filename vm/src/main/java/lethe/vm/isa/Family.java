package lethe.vm.isa;

/** What an opcode is about. */
public enum Family {
  /** Stack slots. */
  STACK,
  /** Variables and functions reached through env. */
  ENVIRONMENT,
  /** Calls, returns, partial applications. */
  CALL,
  /** Building closures. */
  FUNCTION,
  /** The array of globals. */
  GLOBALS,
  /** Blocks, arrays, strings and their fields. */
  BLOCK,
  /** Jumps within the code. */
  JUMP,
  /** Trap frames and raising. */
  EXCEPTION,
  /** Calls of primitives. */
  C_CALL,
  /** Integer constants. */
  CONSTANT,
  /** Integers, booleans, physical equality. */
  ARITHMETIC,
  /** Method look-up. */
  METHOD,
  /** The interpreter itself: polling, stopping, debugger. */
  CONTROL
}
