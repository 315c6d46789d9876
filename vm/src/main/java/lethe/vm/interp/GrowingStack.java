package lethe.vm.interp;

import lethe.vm.prim.StackSize;

/** Makes a machine's stack larger, up to a limit (stacks.c). */
final class GrowingStack implements StackSize {
  private final Machine machine;
  private int limitWords;

  GrowingStack(Machine machine, int limitWords) {
    this.machine = machine;
    this.limitWords = limitWords;
  }

  @Override
  public int usedWords() {
    return machine.stack.length - machine.sp;
  }

  @Override
  public int limitWords() {
    return limitWords;
  }

  @Override
  public void setLimitWords(long words) {
    long most = Math.min(words, Integer.MAX_VALUE / 2);
    limitWords = (int) Math.max(most, usedWords() + Machine.STACK_THRESHOLD_WORDS);
  }

  /** Makes room for that many words above sp, at the limit not; the stack at least doubles. */
  boolean grow(int freeWords) {
    Machine m = machine;
    if (m.sp >= freeWords) {
      return true;
    }
    int used = usedWords();
    if ((long) used + freeWords > limitWords) {
      return false;
    }
    int size = (int) Math.min(Math.max(m.stack.length * 2L, used + 2L * freeWords), limitWords);
    long[] larger = new long[size];
    System.arraycopy(m.stack, m.sp, larger, size - used, used);
    m.trapSp += size - m.stack.length;
    m.sp = size - used;
    m.stack = larger;
    return true;
  }
}
