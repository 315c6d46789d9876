package lethe.harness.fuzz;

import java.util.Locale;
import java.util.Map;

/** How many inputs of each kind were answered how. */
public record Tally(Map<InputKind, Map<Answer, Long>> answers, long defects) {
  /** A line for each kind, and one for all. */
  public String table() {
    StringBuilder table = new StringBuilder(
        String.format(Locale.ROOT, "%-12s%12s%12s%12s%n", "kind", "accepted", "input error", "fault"));
    answers.forEach((kind, counts) -> table.append(
        String.format(Locale.ROOT, "%-12s%12d%12d%12d%n", kind, counts.getOrDefault(Answer.ACCEPTED, 0L),
            counts.getOrDefault(Answer.INPUT_ERROR, 0L), counts.getOrDefault(Answer.FAULT, 0L))));
    return table.append(inputs()).append(" inputs, ").append(defects).append(" defects").toString();
  }

  /** All of them. */
  public long inputs() {
    return answers.values().stream().flatMap(counts -> counts.values().stream()).mapToLong(Long::longValue).sum() + defects;
  }
}
