package lethe.vm.step;

/** Is shown each step before it is taken. */
@FunctionalInterface
public interface StepSink {
  /**
   * The machine is about to execute an instruction.
   *
   * @param words valid until the return, the first count of them
   * @param text the same for people; made when it is asked for
   */
  void step(long[] words, int count, StepText text);
}
