package lethe.harness.change;

import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lethe.vm.trace.EventKind;

/** At which full collection each instance of a unit is freed, in two traces. */
final class Deaths {
  private final Map<String, Integer> approved;
  private final Map<String, Integer> received;

  Deaths(TraceLines approved, TraceLines received) {
    this.approved = of(approved);
    this.received = of(received);
  }

  private static Map<String, Integer> of(TraceLines lines) {
    Map<String, Integer> deaths = new LinkedHashMap<>();
    int[] collections = TraceComparison.collections(lines);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.kind(i) == EventKind.FREE) {
        deaths.put(JsonParser.parseString(lines.line(i)).getAsJsonObject().get("free").getAsString(), collections[i]);
      }
    }
    return deaths;
  }

  /** Adds what has changed; gives the instances that another moment has been told of. */
  Set<String> tell(Tally tally) {
    Set<String> told = new HashSet<>();
    Set<String> units = new LinkedHashSet<>(approved.keySet());
    units.addAll(received.keySet());
    for (String unit : units) {
      Integer before = approved.get(unit);
      Integer now = received.get(unit);
      if (!Objects.equals(before, now)) {
        told.add(unit);
        tally.add(change(unit, before, now));
      }
    }
    return told;
  }

  private static Change change(String unit, Integer before, Integer now) {
    boolean isLater = now == null || (before != null && now > before);
    String what = now == null ? "no longer freed" : before == null ? "freed now, and was kept"
        : "freed " + gcs(Math.abs(now - before)) + (isLater ? " later" : " earlier");
    return new Change(isLater ? Danger.KEPT_LONGER : Danger.FREED_EARLIER, Change.Sign.OTHER, what, unit + " " + what, 1,
        false);
  }

  /** {@code one GC}, {@code 3 GCs}. */
  static String gcs(int count) {
    return count == 1 ? "one GC" : count + " GCs";
  }
}
