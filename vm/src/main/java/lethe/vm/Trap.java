package lethe.vm;

import java.util.function.Supplier;
import lethe.vm.fault.Fault;

/** What the JVM throws where a processor would trap, told as the fault that it is: it never leaves the facade. */
final class Trap {
  private Trap() {}

  /**
   * Runs a piece of the machine that is not under its loop (which names the instruction), or that may exhaust the JVM.
   *
   * @throws Fault {@code memory} for a load or store outside an array, {@code limit} when the JVM has no more stack or memory
   */
  static <T> T guard(Supplier<T> body) {
    try {
      return body.get();
    } catch (IndexOutOfBoundsException | NegativeArraySizeException | ClassCastException | NullPointerException e) {
      throw new Fault(Fault.Kind.MEMORY, "", "a load or store outside heap and stack, while no instruction ran");
    } catch (StackOverflowError e) {
      throw new Fault(Fault.Kind.LIMIT, "", "calls from primitives nest deeper than the Java thread's stack (java -Xss)");
    } catch (OutOfMemoryError e) {
      throw new Fault(Fault.Kind.LIMIT, "", "the JVM has no memory for heap or stack to grow (java -Xmx)");
    }
  }
}
