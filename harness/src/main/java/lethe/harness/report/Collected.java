package lethe.harness.report;

import java.util.Optional;
import lethe.vm.inspect.Inspection;

/**
 * A collection of a run. Words are those of blocks with their headers, without the machine's own.
 *
 * @param event index of its {@code gc} among the events of the run
 * @param end index of its {@code swept}; -1 if a fault ended the run before
 * @param wordsBefore in the heap when it started
 * @param wordsLive of these, those that a path leads to
 * @param wordsAfter in the heap when it was over; of one that was not, those before
 * @param sight the machine when it started, if it is a full one
 * @param unseen how many blocks that leaves out
 */
record Collected(
    int event, int end, long wordsBefore, long wordsLive, long wordsAfter, Optional<Inspection> sight, int unseen) {
  /** One that starts. */
  static Collected started(int event, Inspection machine, boolean isFull) {
    long words = words(machine);
    long live = machine.heap().stream().filter(Inspection.HeapBlock::isLive).mapToLong(Collected::words).sum();
    return new Collected(
        event, -1, words, live, words, isFull ? Optional.of(Brief.of(machine)) : Optional.empty(),
        Math.max(machine.heap().size() - Brief.BLOCKS, 0));
  }

  /** The same, when it is over. */
  Collected over(int at, Inspection machine) {
    return new Collected(event, at, wordsBefore, wordsLive, words(machine), sight, unseen);
  }

  private static long words(Inspection machine) {
    return machine.heap().stream().mapToLong(Collected::words).sum();
  }

  private static long words(Inspection.HeapBlock block) {
    return block.sizeWords() + 1L;
  }
}
