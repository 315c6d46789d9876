package lethe.vm;

import lethe.vm.fault.InputError;
import lethe.vm.interp.Machine;

/**
 * What a program may use up. The greatest size of the heap is {@link lethe.vm.heap.HeapOptions#maxWords}.
 *
 * <table>
 *   <caption>What happens at each limit, and to the machine</caption>
 *   <tr><td>steps</td><td>a fault of kind {@code limit}; the machine is closed</td></tr>
 *   <tr><td>output</td><td>a fault of kind {@code limit}, nothing of that write has been written; the machine is closed</td></tr>
 *   <tr><td>stack</td><td>the OCaml exception Stack_overflow; the machine goes on</td></tr>
 *   <tr><td>heap</td><td>the OCaml exception Out_of_memory; the machine goes on</td></tr>
 * </table>
 *
 * @param steps instructions in the machine's life; a call of a primitive counts as one. Never more, for code that is not called
 *     from a primitive, and at most 24 fewer: straight code that would pass the limit is not begun; each call from a primitive
 *     that is under way may add {@link Machine#STEP_QUANTUM}
 * @param stackWords where Stack_overflow is raised
 * @param outputBytes written in the machine's life to standard output and standard error together
 */
public record Limits(long steps, int stackWords, long outputBytes) {
  /** Least words of a stack: the first check of compiled code needs {@link Machine#STACK_THRESHOLD_WORDS} of them free. */
  public static final int LEAST_STACK_WORDS = 2 * Machine.STACK_THRESHOLD_WORDS;

  /** OCaml's own limit: 8 MiB. */
  public static final int DEFAULT_STACK_WORDS = 1 << 20;

  /** OCaml's own stack, and no other limit. */
  public static final Limits DEFAULT = new Limits(Long.MAX_VALUE, DEFAULT_STACK_WORDS, Long.MAX_VALUE);

  public Limits {
    if (steps < 1) {
      throw new InputError("step limit", "at least 1 step", Long.toString(steps));
    }
    if (stackWords < LEAST_STACK_WORDS) {
      throw new InputError(
          "stack limit",
          "at least " + LEAST_STACK_WORDS + " words (compiled code assumes 256 free words after a check)",
          Integer.toString(stackWords));
    }
    if (outputBytes < 0) {
      throw new InputError("output limit", "at least 0 bytes", Long.toString(outputBytes));
    }
  }
}
