package lethe.harness.report;

import lethe.vm.inspect.Why;

/**
 * From an event on, what a full collection would go by for an instance; it holds until the next one about the same instance, or
 * until that is freed.
 *
 * @param event its index among the events of the run
 * @param reason of {@link Why}
 * @param text the path that leads to its handle, or the reason in words
 */
record Keeper(int event, String unit, Why.Reason reason, String text) {
  static Keeper of(int event, Why why) {
    return new Keeper(event, why.unit(), why.reason(), why.toString());
  }

  boolean saysTheSameAs(Keeper earlier) {
    return earlier != null && text.equals(earlier.text);
  }
}
