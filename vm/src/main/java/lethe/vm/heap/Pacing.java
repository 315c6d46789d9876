package lethe.vm.heap;

/**
 * When a full collection is due: once the words that entered the major area (allocated or promoted) and the words of
 * code loaded since the last one exceed a percentage of what was alive after it, plus a floor; but no later than when half of
 * what the size limit then left is used up, so that garbage does not count as exhaustion.
 */
final class Pacing {
  /** As OCaml 4.13 starts (config.h, Percent_free_def). */
  static final int DEFAULT_OVERHEAD_PERCENT = 120;

  private final int floorWords;
  private final int maxWords;
  private long overheadPercent = DEFAULT_OVERHEAD_PERCENT;
  private long liveWords;
  private long sinceWords;
  private long limitWords;

  Pacing(int floorWords, int maxWords) {
    this.floorWords = floorWords;
    this.maxWords = maxWords;
    restart(0);
  }

  void restart(long liveWords) {
    this.liveWords = liveWords;
    sinceWords = 0;
    computeLimit();
  }

  private void computeLimit() {
    limitWords =
        Math.min(liveWords * overheadPercent / 100 + floorWords, Math.max(floorWords, (maxWords - liveWords) / 2));
  }

  /** Gc.set's space_overhead, 1 or more; it holds from now on. */
  void setOverheadPercent(int percent) {
    overheadPercent = percent;
    computeLimit();
  }

  /** Notes words that entered; is a full collection due? */
  boolean entered(int words) {
    sinceWords += words;
    return sinceWords > limitWords;
  }

  /** At most so many words are in use: what was alive, and all that entered since. */
  long occupiedWords() {
    return liveWords + sinceWords;
  }
}
