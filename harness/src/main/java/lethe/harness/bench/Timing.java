package lethe.harness.bench;

import java.util.List;

/**
 * The times of one program.
 *
 * @param ocamlrunNanos one per round
 * @param letheNanos one per round
 */
record Timing(String program, List<Long> ocamlrunNanos, List<Long> letheNanos) {
  Timing {
    ocamlrunNanos = List.copyOf(ocamlrunNanos);
    letheNanos = List.copyOf(letheNanos);
  }

  double ocamlrunSeconds() {
    return median(ocamlrunNanos) / 1e9;
  }

  double letheSeconds() {
    return median(letheNanos) / 1e9;
  }

  /** How many times as long as ocamlrun. */
  double ratio() {
    return letheSeconds() / ocamlrunSeconds();
  }

  private static double median(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
  }
}
