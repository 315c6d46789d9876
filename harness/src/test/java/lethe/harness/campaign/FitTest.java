package lethe.harness.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class FitTest {
  @Test
  void theSlopeOfALineIsFoundExactly() {
    assertEquals(2.5, Fit.slope(List.of(1.0, 2.0, 5.0), List.of(3.5, 6.0, 13.5)), 1e-12);
    assertEquals(0, Fit.slope(List.of(1.0, 2.0, 5.0), List.of(7.0, 7.0, 7.0)), 0);
  }

  @Test
  void theExponentTellsLinearFromQuadratic() {
    List<Integer> n = List.of(100, 200, 400, 800);
    assertEquals(1, Fit.exponent(n, List.of(50L, 100L, 200L, 400L)), 1e-9);
    assertEquals(2, Fit.exponent(n, List.of(10L, 40L, 160L, 640L)), 1e-9);
  }
}
