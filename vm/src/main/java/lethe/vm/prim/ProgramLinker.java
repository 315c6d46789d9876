package lethe.vm.prim;

import java.util.List;

/**
 * What a program needs that links and loads code by itself: OCaml's own Dynlink library, and the toplevel (meta.c, dynlink.c).
 * It numbers global slots and primitives as its executable does, and goes on where the executable ends.
 */
public interface ProgramLinker {
  /** Code made out of ints: its address, and a closure that runs it. */
  record Reified(long address, long closure) {}

  /**
   * The block of the globals. From now on the program may read and store any slot by its number, so all of them stay alive,
   * and what lies in them.
   */
  long globalData();

  /** Makes room for that many slots at least; the block of the globals may be another one then. */
  void growGlobals(int slots);

  /**
   * Places code that is relocated already, collectable through the policy.
   *
   * @param digest 32 upper-case hexadecimal digits; "" for none
   * @throws lethe.vm.fault.InputError for ints that are no code
   */
  Reified reify(int[] code, String digest, List<DebugEvent> events);

  /** The program asks that the code at an address be freed; whether it is, is the policy's affair. */
  void release(long address);

  /** How many libraries of primitives the program was linked with. */
  int libraries();

  /** The closure whose code called the primitive. */
  long environment();

  /**
   * When the compiled function that calls the primitive with three arguments of its own returns, code runs in its place as the
   * closure does, applied to the argument.
   *
   * @param address of the code
   */
  void runOnReturn(long address, long closure, long argument);

  /** Does this machine have a primitive of that name? */
  boolean hasPrimitive(String name);

  /** Takes a primitive into the program's table; gives its number there. */
  int addPrimitive(String name);
}
