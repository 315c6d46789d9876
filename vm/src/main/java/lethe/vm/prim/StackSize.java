package lethe.vm.prim;

/** The size of a machine's stack, in words (stacks.c). */
public interface StackSize {
  /** Words in use. */
  int usedWords();

  /** Where Stack_overflow is raised. */
  int limitWords();

  /** Sets it, but no lower than what is in use and what code may use between two checks. */
  void setLimitWords(long words);
}
