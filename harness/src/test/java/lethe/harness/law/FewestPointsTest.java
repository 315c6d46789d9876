package lethe.harness.law;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FewestPointsTest {
  private static final List<String> POINTS = IntStream.rangeClosed(1, 1000).mapToObj(i -> "main+3." + i).toList();

  @Test
  void oneOfAThousand() {
    assertEquals(List.of("main+3.617"), FewestPoints.of(POINTS, some -> some.contains("main+3.617")));
  }

  @Test
  void threeThatFailOnlyTogether() {
    List<String> culprits = List.of("main+3.2", "main+3.500", "main+3.999");
    assertEquals(culprits, FewestPoints.of(POINTS, some -> some.containsAll(culprits)));
  }

  @Test
  void noneIfItFailsAnyway() {
    assertEquals(List.of(), FewestPoints.of(POINTS, some -> true));
  }

  @Test
  void manyThatAreAllNeededTakeABoundedNumberOfRuns() {
    List<Integer> runs = new ArrayList<>();
    List<String> fewest = FewestPoints.of(POINTS, some -> {
      runs.add(some.size());
      return some.size() >= 900;
    });
    assertEquals(true, fewest.size() >= 900 && runs.size() < 5000, fewest.size() + " points, " + runs.size() + " runs");
  }
}
