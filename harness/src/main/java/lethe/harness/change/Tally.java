package lethe.harness.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up changes of one golden: equal ones become one with a count. */
final class Tally {
  private final Map<String, Change> changes = new LinkedHashMap<>();

  void add(Change change) {
    changes.merge(change.danger() + change.pattern(), change, (a, b) -> new Change(
        a.danger(), a.sign(), a.what(), a.detail(), a.count() + b.count(), a.isConsequence() && b.isConsequence()));
  }

  /** The most dangerous first, then what others follow from, then as they came. */
  List<Change> changes() {
    List<Change> sorted = new ArrayList<>(changes.values());
    sorted.sort(Comparator.comparing(Change::isConsequence).thenComparing(Change::danger, Comparator.reverseOrder()));
    return sorted;
  }
}
