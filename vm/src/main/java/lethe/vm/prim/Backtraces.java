package lethe.vm.prim;

import java.util.Optional;

/**
 * Backtraces of exceptions and of the running program (backtrace.c): code addresses, which keep no code alive. An address into
 * code that has been freed has no location, whatever was loaded in its place.
 */
public interface Backtraces {
  boolean isActive();

  /** Records from now on, or no more; a change forgets what is recorded. */
  void setActive(boolean on);

  /** The addresses recorded for the last exception, innermost first. */
  long[] recorded();

  /** What is recorded becomes this, for that exception. */
  void restore(long exn, long[] addresses);

  /** The addresses at which the running functions go on, innermost first, so many at most. */
  long[] callStack(int most);

  /** The same for the program at an allocation: of an instruction or of a primitive that it calls. */
  long[] allocationStack(int most);

  /** Where the address is in a source; empty without debug events for it. */
  Optional<SourceLocation> location(long address);

  /** Does an exception start at the address, or start again? */
  boolean isRaise(long address);
}
