package lethe.vm.interp;

/**
 * At which safepoints the collector runs, beside the collections that the program and the heap's size ask for. A point
 * is named by its site and the count there ({@code plugin+14.2}: the second time that plugin+14 is passed), so that one
 * more allocation elsewhere does not shift it.
 */
@FunctionalInterface
public interface Schedule {
  /**
   * Asked once at every safepoint, in order.
   *
   * @param site {@code unit+offset} of the instruction about to run
   * @param count how often it has been passed, from 1
   */
  boolean collectAt(String site, int count);
}
