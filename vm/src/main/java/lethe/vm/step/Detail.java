package lethe.vm.step;

/** How much of each step is told. */
public enum Detail {
  /** Place and instruction. */
  PLACE,
  /**
   * Also accu, which every value goes through that is computed or read; and at each {@link Steps#SAMPLE}th step what {@link #ALL}
   * has. A wrong word in env or stack is seen when it is read, or at the next sample.
   */
  SAMPLED,
  /** Also env, accu and the topmost stack slots. */
  ALL
}
