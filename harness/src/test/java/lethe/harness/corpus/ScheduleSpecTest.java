package lethe.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleSpecTest {
  @Test
  void pointsAreNamedBySiteAndCount() {
    ScheduleSpec points = ScheduleSpec.parse("t:1", "plugin+14.2 main+3.1");
    assertTrue(points.collectAt("plugin+14", 2));
    assertTrue(points.collectAt("main+3", 1));
    assertFalse(points.collectAt("plugin+14", 1));
    assertFalse(ScheduleSpec.parse("t:1", "none").collectAt("main+3", 1));
    assertTrue(ScheduleSpec.parse("t:1", "all").collectAt("main+3", 1));
  }

  @Test
  void aSeedChoosesAboutOneInEightAndAlwaysTheSame() {
    ScheduleSpec one = ScheduleSpec.parse("t:1", "random 1");
    long chosen = IntStream.range(0, 8000).filter(i -> one.collectAt("main+" + i / 8, i % 8 + 1)).count();
    assertTrue(chosen > 850 && chosen < 1150, "chosen " + chosen);
    ScheduleSpec again = ScheduleSpec.parse("t:1", "random 1");
    ScheduleSpec other = ScheduleSpec.parse("t:1", "random 2");
    assertEquals(0, IntStream.range(0, 99).filter(i -> one.collectAt("a+1", i) != again.collectAt("a+1", i)).count());
    assertTrue(IntStream.range(0, 99).anyMatch(i -> one.collectAt("a+1", i) != other.collectAt("a+1", i)));
  }
}
