package lethe.harness.subject;

/** Is told where the collector may run. */
@FunctionalInterface
public interface Safepoints {
  /** Nobody wants to know. */
  Safepoints UNHEARD = (site, count, collects) -> {};

  /**
   * A safepoint is passed.
   *
   * @param site {@code plugin+14}
   * @param count how often that site has been passed, from 1
   * @param collects whether the schedule has the collector run there
   */
  void passed(String site, int count, boolean collects);
}
