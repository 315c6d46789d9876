package lethe.harness.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import lethe.vm.fault.InputError;
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
  void aHeaderAndACommandLineReadEitherSpelling() {
    for (String spelt : List.of("plugin#2+14.2 main+3.1", "plugin#2+14.2,main+3.1", "points:plugin#2+14.2,main+3.1", "points plugin#2+14.2, main+3.1")) {
      assertEquals("plugin#2+14.2 main+3.1", ScheduleSpec.parse("t:1", spelt).toString());
    }
    assertEquals("random 7", ScheduleSpec.parse("t:1", "random:7").toString());
    for (String header : List.of("none", "all", "random 7", "main+3.1", "plugin+14.2 main+3.1")) {
      assertEquals(header, ScheduleSpec.parse("t:1", ScheduleSpec.option(header)).toString());
    }
    for (String wrong : List.of("points", "points:", "points:all", "random", "main+3", "often")) {
      InputError error = assertThrows(InputError.class, () -> ScheduleSpec.parse("t:1", wrong));
      assertTrue(error.getMessage().endsWith("found " + wrong), error.getMessage());
    }
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
