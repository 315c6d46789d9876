package lethe.harness.change;

import java.util.Optional;

/** Finds the source line of an instruction, such as {@code plugin+14}; empty if unknown. */
@FunctionalInterface
public interface SourceLines {
  Optional<String> lineOf(String site);
}
